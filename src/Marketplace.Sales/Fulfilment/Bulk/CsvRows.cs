using System.Text;

namespace Marketplace.Sales.Fulfilment.Bulk;

/// <summary>Rows of a CSV file (RFC 4180): commas or semicolons, whichever the first line has more of; quotes doubled.</summary>
internal static class CsvRows
{
    /// <summary>Every row that is not empty, with its line in the file, counted from one.</summary>
    public static List<(int Line, List<string> Cells)> Read(string text)
    {
        var first = text.Split('\n', 2)[0];
        var comma = first.Count(c => c == ';') > first.Count(c => c == ',') ? ';' : ',';
        var rows = new List<(int, List<string>)>();
        var (cells, cell, quoted, line, began) = (new List<string>(), new StringBuilder(), false, 1, 1);
        for (var i = 0; i < text.Length; i++)
        {
            var c = text[i];
            if (c == '\n') line++;
            if (quoted && c == '"' && i + 1 < text.Length && text[i + 1] == '"') cell.Append(text[i++]);
            else if (c == '"') quoted = !quoted;
            else if (quoted) cell.Append(c);
            else if (c == comma) End();
            else if (c == '\n') EndRow();
            else if (c != '\r') cell.Append(c);
        }

        EndRow();
        return rows;

        void End()
        {
            cells.Add(cell.ToString().Trim());
            cell.Clear();
        }

        void EndRow()
        {
            End();
            if (cells.Exists(x => x.Length > 0)) rows.Add((began, cells));
            (cells, began) = ([], line);
        }
    }
}

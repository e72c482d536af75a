using System.Text.Json.Nodes;
using Microsoft.Data.Sqlite;

namespace Marketplace.StripeSimulator.State;

/// <summary>One plain table of JSON documents; WAL, so that `kill -9` leaves either the old or the new state.</summary>
internal sealed class SqliteFile : IDisposable
{
    private readonly SqliteConnection connection;

    public SqliteFile(string path)
    {
        var folder = Path.GetDirectoryName(Path.GetFullPath(path));
        if (folder is not null) Directory.CreateDirectory(folder);
        connection = new SqliteConnection(new SqliteConnectionStringBuilder
        {
            DataSource = path,
            Pooling = false,
        }.ToString());
        connection.Open();
        Execute("PRAGMA journal_mode = WAL; PRAGMA synchronous = NORMAL;");
        Execute(
            """
            CREATE TABLE IF NOT EXISTS document (
              id TEXT PRIMARY KEY, kind TEXT NOT NULL, account TEXT NOT NULL, sequence INTEGER NOT NULL UNIQUE,
              body TEXT NOT NULL) WITHOUT ROWID;
            """);
    }

    public IEnumerable<Document> ReadAll()
    {
        using var command = connection.CreateCommand();
        command.CommandText = "SELECT kind, id, account, sequence, body FROM document ORDER BY sequence";
        using var reader = command.ExecuteReader();
        while (reader.Read())
        {
            var body = (JsonObject)JsonNode.Parse(reader.GetString(4))!;
            yield return new Document(
                reader.GetString(0), reader.GetString(1), reader.GetString(2), reader.GetInt64(3), body);
        }
    }

    public void Write(IReadOnlyCollection<Document> changed, IReadOnlyCollection<string> deleted)
    {
        using var transaction = connection.BeginTransaction();
        using var delete = connection.CreateCommand();
        delete.CommandText = "DELETE FROM document WHERE id = $id";
        foreach (var id in deleted)
        {
            delete.Parameters.Clear();
            delete.Parameters.AddWithValue("$id", id);
            delete.ExecuteNonQuery();
        }

        using var upsert = connection.CreateCommand();
        upsert.CommandText =
            """
            INSERT INTO document (id, kind, account, sequence, body) VALUES ($id, $kind, $account, $sequence, $body)
            ON CONFLICT (id) DO UPDATE SET body = excluded.body
            """;
        foreach (var document in changed)
        {
            upsert.Parameters.Clear();
            upsert.Parameters.AddWithValue("$id", document.Id);
            upsert.Parameters.AddWithValue("$kind", document.Kind);
            upsert.Parameters.AddWithValue("$account", document.Account);
            upsert.Parameters.AddWithValue("$sequence", document.Sequence);
            upsert.Parameters.AddWithValue("$body", document.Body.ToJsonString());
            upsert.ExecuteNonQuery();
        }

        transaction.Commit();
    }

    public void DeleteAll() => Execute("DELETE FROM document");

    public void Dispose() => connection.Dispose();

    private void Execute(string sql)
    {
        using var command = connection.CreateCommand();
        command.CommandText = sql;
        command.ExecuteNonQuery();
    }
}

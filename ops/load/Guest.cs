using System.Net;
using System.Text.RegularExpressions;

namespace Marketplace.Load;

internal sealed record Answer(HttpStatusCode Status, Uri Address, string? Location, string Body)
{
    public bool IsOk => Status == HttpStatusCode.OK;
}

/// <summary>A browser of a person without an account.</summary>
internal sealed partial class Guest(string url) : IDisposable
{
    private readonly CookieContainer _cookies = new();
    private HttpClient? _http;

    private HttpClient Http => _http ??= new HttpClient(new SocketsHttpHandler { AllowAutoRedirect = false, CookieContainer = _cookies })
    {
        BaseAddress = new Uri(url), Timeout = TimeSpan.FromSeconds(60),
    };

    public string Cookies => _cookies.GetCookieHeader(new Uri(url));

    /// <param name="address">A path of the shop, or an address elsewhere.</param>
    public async Task<Answer> GetAsync(string address) => await ReadAsync(await Http.GetAsync(address));

    public async Task<Answer> PostAsync(string address, IEnumerable<KeyValuePair<string, string>> fields)
    {
        using var form = new FormUrlEncodedContent(fields);
        return await ReadAsync(await Http.PostAsync(address, form));
    }

    /// <summary>Sends the page's own form: what it holds, and what this person writes into its empty fields.</summary>
    public Task<Answer> SendAsync(Answer page, IReadOnlyDictionary<string, string> person)
    {
        var form = OwnForm().Matches(page.Body).First(f => !f.Groups[1].Value.Contains("action=", StringComparison.Ordinal)).Groups[2].Value;
        var fields = new Dictionary<string, string>();
        foreach (Match input in Input().Matches(form))
        {
            var (name, tag) = (WebUtility.HtmlDecode(Name().Match(input.Value).Groups[1].Value), input.Value);
            if (name.Length == 0 || (tag.Contains("type=\"radio\"", StringComparison.Ordinal) && !Checked().IsMatch(tag))) continue;
            fields[name] = person.GetValueOrDefault(name) ?? WebUtility.HtmlDecode(Value().Match(tag).Groups[1].Value);
        }

        return PostAsync(page.Address.AbsoluteUri, fields);
    }

    public void Dispose() => _http?.Dispose();

    private static async Task<Answer> ReadAsync(HttpResponseMessage answer)
    {
        using (answer)
        {
            return new Answer(
                answer.StatusCode, answer.RequestMessage!.RequestUri!, answer.Headers.Location?.OriginalString,
                await answer.Content.ReadAsStringAsync());
        }
    }

    [GeneratedRegex("<form([^>]*method=\"post\"[^>]*)>(.*?)</form>", RegexOptions.Singleline)]
    private static partial Regex OwnForm();

    [GeneratedRegex("<(?:input|select)[^>]*>")]
    private static partial Regex Input();

    [GeneratedRegex(" name=\"([^\"]*)\"")]
    private static partial Regex Name();

    [GeneratedRegex(" value=\"([^\"]*)\"")]
    private static partial Regex Value();

    [GeneratedRegex(@"\schecked")]
    private static partial Regex Checked();
}

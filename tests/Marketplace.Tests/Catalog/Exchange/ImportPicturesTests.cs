using System.IO.Compression;
using System.Net;
using System.Net.Sockets;
using System.Text;
using Marketplace.Catalog.Exchange;
using Marketplace.Catalog.Exchange.Adapters;
using Marketplace.Kernel.Net;
using Marketplace.Catalog.Exchange.Contracts;
using Marketplace.Catalog.Listings.Contracts;
using Microsoft.Extensions.DependencyInjection;
using static Marketplace.Tests.Catalog.CatalogWorld;
using static Marketplace.Tests.Catalog.Exchange.ImportWorld;

namespace Marketplace.Tests.Catalog.Exchange;

public sealed class ImportPicturesTests
{
    [Theory]
    [InlineData("127.0.0.1", false)]
    [InlineData("10.1.2.3", false)]
    [InlineData("172.31.255.255", false)]
    [InlineData("172.32.0.1", true)]
    [InlineData("192.168.1.1", false)]
    [InlineData("169.254.169.254", false)]
    [InlineData("100.64.0.1", false)]
    [InlineData("0.0.0.0", false)]
    [InlineData("224.0.0.1", false)]
    [InlineData("255.255.255.255", false)]
    [InlineData("93.184.216.34", true)]
    [InlineData("::1", false)]
    [InlineData("::", false)]
    [InlineData("::ffff:127.0.0.1", false)]
    [InlineData("::ffff:169.254.169.254", false)]
    [InlineData("::10.0.0.1", false)]
    [InlineData("64:ff9b::7f00:1", false)]
    [InlineData("2002:7f00:1::", false)]
    [InlineData("fe80::1", false)]
    [InlineData("fd00:ec2::254", false)]
    [InlineData("2606:2800:220:1:248:1893:25c8:1946", true)]
    public void Only_addresses_of_the_open_internet_are_public(string address, bool isPublic) =>
        Assert.Equal(isPublic, PublicAddress.IsPublic(IPAddress.Parse(address)));

    [Theory]
    [InlineData("http://localhost/x.png")]
    [InlineData("http://127.0.0.1/x.png")]
    [InlineData("http://[::1]/x.png")]
    [InlineData("http://2130706433/x.png")]
    [InlineData("http://169.254.169.254/latest/meta-data/")]
    [InlineData("http://93.184.216.34:22/x.png")]
    [InlineData("http://user:word@93.184.216.34/x.png")]
    [InlineData("ftp://93.184.216.34/x.png")]
    [InlineData("file:///etc/passwd")]
    public async Task An_address_inside_is_never_asked(string address)
    {
        using var download = new PictureDownload();

        Assert.Equal("import.address-blocked", (await download.GetAsync(address, default)).Error?.Code);
    }

    [Fact]
    public async Task What_an_address_answers_is_followed_only_so_far()
    {
        using var server = new TinyServer(path => path switch
        {
            "/good" => ("200 OK", "", [1, 2, 3]),
            "/hop" => ("302 Found", "Location: /good\r\n", []),
            "/round" => ("302 Found", "Location: /round\r\n", []),
            "/inside" => ("302 Found", "Location: http://169.254.169.254/latest\r\n", []),
            "/heavy" => ("200 OK", "", new byte[PictureDownload.MaximumBytes + 1]),
            _ => ("404 Not Found", "", []),
        });
        using var download = new PictureDownload(a => IPAddress.IsLoopback(a) || PublicAddress.IsPublic(a), port =>
            port == server.Port || port == 80, TimeSpan.FromSeconds(5));
        async Task<string> GetAsync(string path)
        {
            var got = await download.GetAsync($"http://127.0.0.1:{server.Port}{path}", default);
            return got.Ok ? string.Join(' ', got.Value) : got.Error.Code;
        }

        Assert.Equal("1 2 3", await GetAsync("/good"));
        Assert.Equal("1 2 3", await GetAsync("/hop"));
        Assert.Equal("import.address-empty", await GetAsync("/round"));
        Assert.Equal("import.address-blocked", await GetAsync("/inside"));
        Assert.Equal("import.picture-too-heavy", await GetAsync("/heavy"));
        Assert.Equal("import.address-empty", await GetAsync("/gone"));
        server.Dispose();
        Assert.Equal("import.address-unreachable", await GetAsync("/good"));
    }

    [Fact]
    public async Task An_address_that_says_nothing_is_given_up()
    {
        using var silent = new TcpListener(IPAddress.Loopback, 0);
        silent.Start();
        var port = ((IPEndPoint)silent.LocalEndpoint).Port;
        using var download = new PictureDownload(IPAddress.IsLoopback, p => p == port, TimeSpan.FromMilliseconds(100));

        Assert.Equal("import.address-slow", (await download.GetAsync($"http://127.0.0.1:{port}/x.png", default)).Error?.Code);
    }

    [Fact]
    public async Task Pictures_come_from_a_zip_from_an_address_and_by_their_hash_and_a_missing_one_is_named()
    {
        using var server = new TinyServer(path => path == "/blue.png" ? ("200 OK", "", TestPictures.Png(320, 300))
            : ("404 Not Found", "", []));
        using var download = new PictureDownload(IPAddress.IsLoopback, port => port == server.Port, TimeSpan.FromSeconds(5));
        await using var world = await StartAsync(s => s.AddSingleton(download));
        var file = Utf8("sku,title,category,description,attributes,price:EUR,weight_g,images,image_alts,variant_image\r\n"
            + $"P1,Mug from a picture,Mugs,{Words},colour=red,19.00,420,"
            + $"\"red.webp\nhttp://127.0.0.1:{server.Port}/blue.png\ngone.png\",\"A red mug\nA blue mug\",red.webp\r\n"
            + $"P2,Mug by its hash,Mugs,{Words},colour=red,19.00,420,"
            + $"https://other.example/media/{world.Picture}/960.webp,,\r\n");

        var view = await world.ImportedAsync(Potter, file, zip: Zip(("deep/Red.webp", TestPictures.Webp(300, 310)),
            ("../../etc/passwd", [1])));

        var items = await world.ItemsAsync(Potter, view.Id);
        var first = (await world.ReadAsync(Potter, items[0].ListingId!));
        Assert.Equal(ListingState.Published, first.State);
        Assert.Equal(["A red mug", "A blue mug"], first.Draft.Pictures.Select(p => p.Alt));
        Assert.Equal(first.Draft.Pictures[0].Ref, first.Draft.Variants[0].PictureRef);
        Assert.Contains("The picture gone.png was left out: " + DownloadErrors.NotInZip.Message, Said(Assert.Single(items[0].Problems)));
        Assert.Equal(world.Picture, (await world.ReadAsync(Potter, items[1].ListingId!)).Draft.Pictures.Single().Ref);

        // The same addresses again are known: nothing is fetched, nothing changes.
        server.Dispose();
        var again = await world.CheckedAsync(Potter, Utf8(Encoding.UTF8.GetString(file).Replace("red.webp\n", "")
            .Replace("\ngone.png", "").Replace(",red.webp\r", ",\r")));
        Assert.DoesNotContain(await world.ItemsAsync(Potter, again.Id), i => i.Outcome == ImportOutcome.Error);
    }

    private static byte[] Zip(params (string Name, byte[] Content)[] entries)
    {
        using var buffer = new MemoryStream();
        using (var zip = new ZipArchive(buffer, ZipArchiveMode.Create, leaveOpen: true))
        {
            foreach (var (name, content) in entries)
            {
                using var entry = zip.CreateEntry(name).Open();
                entry.Write(content);
            }
        }

        return buffer.ToArray();
    }

    [Fact]
    public async Task A_workbook_is_read_exactly_and_one_that_swells_is_refused()
    {
        using var buffer = new MemoryStream();
        await using (var book = await SheetWriter.OpenAsync(buffer, SheetFormat.Xlsx, default))
        {
            await book.AddAsync(["sku", "title", "price"], default);
            await book.AddAsync(["=1+1", "'=Käse", "19.90"], default);
            await book.EndAsync(default);
        }

        var sheet = SheetReader.Read(buffer.ToArray()).Required();
        Assert.Equal("XLSX", sheet.Format);
        Assert.Equal(["=1+1", "'=Käse", "19.90"], sheet.Rows.Single().Cells.Select(c => c.Text));

        var bomb = Zip(("xl/workbook.xml", []), ("xl/worksheets/sheet1.xml", new byte[201 * 1024 * 1024]));
        Assert.True(bomb.Length < 1_000_000);
        Assert.Equal("import.not-a-table", SheetReader.Read(bomb).Error?.Code);
    }

    /// <summary>Speaks as much HTTP as the download needs.</summary>
    private sealed class TinyServer : IDisposable
    {
        private readonly TcpListener _listener = new(IPAddress.Loopback, 0);

        public TinyServer(Func<string, (string Status, string Header, byte[] Body)> answer)
        {
            _listener.Start();
            _ = ServeAsync(answer);
        }

        public int Port => ((IPEndPoint)_listener.LocalEndpoint).Port;

        public void Dispose() => _listener.Dispose();

        private async Task ServeAsync(Func<string, (string Status, string Header, byte[] Body)> answer)
        {
            while (true)
            {
                try
                {
                    using var client = await _listener.AcceptTcpClientAsync();
                    await using var stream = client.GetStream();
                    using var reader = new StreamReader(stream, leaveOpen: true);
                    var path = (await reader.ReadLineAsync())?.Split(' ')[1] ?? "/";
                    while (await reader.ReadLineAsync() is { Length: > 0 }) { }
                    var (status, header, body) = answer(path);
                    var head = $"HTTP/1.1 {status}\r\n{header}Content-Length: {body.Length}\r\nConnection: close\r\n\r\n";
                    await stream.WriteAsync(Encoding.ASCII.GetBytes(head));
                    await stream.WriteAsync(body);
                }
                catch (IOException)
                {
                    // The client has heard enough.
                }
                catch (Exception exception) when (exception is SocketException or ObjectDisposedException or InvalidOperationException)
                {
                    return;
                }
            }
        }
    }
}

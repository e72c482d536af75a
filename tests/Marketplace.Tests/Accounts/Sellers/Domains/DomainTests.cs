using Marketplace.Accounts.Sellers.Domains;
using Marketplace.App.Dns;
using Marketplace.Kernel.Tenancy;
using Marketplace.Tests.World;
using Microsoft.Extensions.DependencyInjection;

namespace Marketplace.Tests.Accounts.Sellers.Domains;

public sealed class DomainTests
{
    [Fact]
    public async Task A_domain_works_after_its_record_was_seen_and_only_for_who_proved_it()
    {
        var dns = new Records();
        await using var host = await TestHost.StartAsync(s => s.AddSingleton<ITextRecords>(dns));
        var (kiln, loom) = (await host.ShopAsync("kiln", "ana"), await host.ShopAsync("loom", "bo"));
        var store = host.Services.GetRequiredService<IMultiTenantStore>();
        var token = (await host.SendAsync(kiln, new ClaimDomain("Shop.Kiln.Example"))).Required();
        var theirs = (await host.SendAsync(loom, new ClaimDomain("shop.kiln.example"))).Required();

        var early = await host.SendAsync(kiln, new ProveDomain("shop.kiln.example"));
        dns.Texts = ["other", token];
        var stolen = await host.SendAsync(loom, new ProveDomain("shop.kiln.example"));
        (await host.SendAsync(kiln, new ProveDomain("shop.kiln.example"))).Done();
        dns.Texts = [theirs];
        var taken = await host.SendAsync(loom, new ProveDomain("shop.kiln.example"));

        Assert.Equal("_marketplace-proof.shop.kiln.example", dns.Asked);
        Assert.Equal("domain.not-proven", early.Error?.Code);
        Assert.Equal("domain.not-proven", stolen.Error?.Code);
        Assert.Equal("domain.taken", taken.Error?.Code);
        Assert.Equal(kiln.TenantId, (await store.GetByHostAsync("shop.kiln.example"))?.Id);
        (await host.SendAsync(kiln, new DropDomain("shop.kiln.example"))).Done();
        Assert.Null(await store.GetByHostAsync("shop.kiln.example"));
    }

    [Fact]
    public async Task Others_domains_are_not_there_silence_is_told_and_five_are_enough()
    {
        var dns = new Records { Texts = null };
        await using var host = await TestHost.StartAsync(s => s.AddSingleton<ITextRecords>(dns));
        var (kiln, loom) = (await host.ShopAsync("kiln", "ana"), await host.ShopAsync("loom", "bo"));
        for (var i = 0; i < 5; i++) Assert.True((await host.SendAsync(kiln, new ClaimDomain($"shop{i}.kiln.example"))).Ok);

        var sixth = await host.SendAsync(kiln, new ClaimDomain("one-more.kiln.example"));
        var silent = await host.SendAsync(kiln, new ProveDomain("shop0.kiln.example"));
        var foreignProof = await host.SendAsync(loom, new ProveDomain("shop0.kiln.example"));
        var foreignDrop = await host.SendAsync(loom, new DropDomain("shop0.kiln.example"));

        Assert.Equal("domain.too-many", sixth.Error?.Code);
        Assert.Equal("domain.dns-silent", silent.Error?.Code);
        Assert.Equal("domain.not-found", foreignProof.Error?.Code);
        Assert.Equal("domain.not-found", foreignDrop.Error?.Code);
    }

    [Theory]
    [InlineData("localhost")]
    [InlineData("10.0.0.1")]
    [InlineData("http://kiln.example")]
    [InlineData("kiln.example/path")]
    [InlineData("kiln.example.")]
    [InlineData("")]
    public async Task What_is_no_domain_is_refused(string host)
    {
        await using var app = await TestHost.StartAsync();
        var kiln = await app.ShopAsync("kiln", "ana");

        Assert.Equal("input.invalid", (await app.SendAsync(kiln, new ClaimDomain(host))).Error?.Code);
    }

    [Fact]
    public void The_wire_form_of_an_answer_is_read_piece_by_piece()
    {
        var question = DnsMessage.Question("_marketplace-proof.kiln.example", 0x1234);
        byte[] answer =
        [
            0x12, 0x34, 0x81, 0x80, 0, 1, 0, 1, 0, 0, 0, 0, .. question[12..],
            0xC0, 12, 0, 16, 0, 1, 0, 0, 0, 60, 0, 8, 3, (byte)'a', (byte)'b', (byte)'c', 3, (byte)'d', (byte)'e', (byte)'f',
        ];

        Assert.Equal(["abcdef"], DnsMessage.Texts(answer));
        Assert.Null(DnsMessage.Texts(answer.AsSpan(0, 60)));
        Assert.Null(DnsMessage.Texts([1, 2, 3]));
        answer[3] = 0x83;
        answer[7] = 0;
        Assert.Equal([], DnsMessage.Texts(answer.AsSpan(0, answer.Length - 20)));
    }

    private sealed class Records : ITextRecords
    {
        public IReadOnlyList<string>? Texts { get; set; } = [];

        public string? Asked { get; private set; }

        public Task<IReadOnlyList<string>?> FindAsync(string name, CancellationToken cancellation)
        {
            Asked = name;
            return Task.FromResult(Texts);
        }
    }
}

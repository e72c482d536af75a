using System.Buffers.Binary;
using System.Net;
using System.Net.NetworkInformation;
using System.Net.Sockets;
using System.Security.Cryptography;
using System.Text;
using Marketplace.Accounts.Sellers.Domains;

namespace Marketplace.App.Dns;

/// <summary>
/// Asks the machine's name servers for TXT records (RFC 1035) by UDP, each for two seconds. The framework resolves
/// addresses only. An answer that is cut off counts as none: proofs are short.
/// </summary>
internal sealed class TextRecords : ITextRecords
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(2);

    public async Task<IReadOnlyList<string>?> FindAsync(string name, CancellationToken cancellation)
    {
        var servers = NetworkInterface.GetAllNetworkInterfaces()
            .SelectMany(i => i.GetIPProperties().DnsAddresses).Distinct().Take(3);
        foreach (var server in servers)
        {
            if (await AskAsync(server, name, cancellation) is { } texts) return texts;
        }

        return null;
    }

    private static async Task<IReadOnlyList<string>?> AskAsync(IPAddress server, string name, CancellationToken cancellation)
    {
        using var limit = CancellationTokenSource.CreateLinkedTokenSource(cancellation);
        limit.CancelAfter(Patience);
        var question = DnsMessage.Question(name, (ushort)RandomNumberGenerator.GetInt32(65536));
        try
        {
            using var socket = new UdpClient(server.AddressFamily);
            socket.Connect(server, 53);
            await socket.SendAsync(question, limit.Token);
            while (true)
            {
                var answer = (await socket.ReceiveAsync(limit.Token)).Buffer;
                // Another id is another question's late answer, or a forgery: wait for ours.
                if (answer.AsSpan(0, 2).SequenceEqual(question.AsSpan(0, 2))) return DnsMessage.Texts(answer);
            }
        }
        catch (Exception failure) when (failure is SocketException || Timeout(failure, cancellation))
        {
            return null;
        }
    }

    private static bool Timeout(Exception failure, CancellationToken stop) =>
        failure is OperationCanceledException && !stop.IsCancellationRequested;
}

/// <summary>The wire form of one question and its answer.</summary>
internal static class DnsMessage
{
    private const ushort TextType = 16;

    public static byte[] Question(string name, ushort id)
    {
        using var message = new MemoryStream();
        Span<byte> head = stackalloc byte[12];
        BinaryPrimitives.WriteUInt16BigEndian(head, id);
        head[2] = 1; // recursion desired
        head[5] = 1; // one question
        message.Write(head);
        foreach (var label in name.Split('.'))
        {
            message.WriteByte((byte)label.Length);
            message.Write(Encoding.ASCII.GetBytes(label));
        }

        message.Write([0, 0, (byte)TextType, 0, 1]);
        return message.ToArray();
    }

    /// <summary>The texts; empty when there are none; null when the answer is an error, cut off or malformed.</summary>
    public static IReadOnlyList<string>? Texts(ReadOnlySpan<byte> message)
    {
        if (message.Length < 12) return null;
        var (truncated, code) = ((message[2] & 2) != 0, message[3] & 15);
        if (truncated || code is not (0 or 3)) return null;
        var (questions, answers) = (BinaryPrimitives.ReadUInt16BigEndian(message[4..]), BinaryPrimitives.ReadUInt16BigEndian(message[6..]));
        var at = 12;
        for (var i = 0; i < questions; i++)
        {
            if (!SkipName(message, ref at)) return null;
            at += 4;
        }

        return Answers(message, at, answers);
    }

    private static List<string>? Answers(ReadOnlySpan<byte> message, int at, int count)
    {
        var texts = new List<string>();
        for (var i = 0; i < count; i++)
        {
            if (!SkipName(message, ref at) || at + 10 > message.Length) return null;
            var type = BinaryPrimitives.ReadUInt16BigEndian(message[at..]);
            var length = BinaryPrimitives.ReadUInt16BigEndian(message[(at + 8)..]);
            at += 10;
            if (at + length > message.Length) return null;
            if (type == TextType) texts.Add(Joined(message.Slice(at, length)));
            at += length;
        }

        return texts;
    }

    /// <summary>A record is several pieces of at most 255 bytes, each behind its length.</summary>
    private static string Joined(ReadOnlySpan<byte> record)
    {
        var text = new StringBuilder();
        while (record.Length > 0 && record[0] < record.Length)
        {
            text.Append(Encoding.ASCII.GetString(record.Slice(1, record[0])));
            record = record[(record[0] + 1)..];
        }

        return text.ToString();
    }

    private static bool SkipName(ReadOnlySpan<byte> message, ref int at)
    {
        while (at < message.Length)
        {
            var length = message[at];
            if (length == 0)
            {
                at++;
                return true;
            }

            if ((length & 0xC0) == 0xC0)
            {
                at += 2;
                return at <= message.Length;
            }

            at += length + 1;
        }

        return false;
    }
}

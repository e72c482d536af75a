using System.Buffers.Binary;
using System.Text;

namespace Marketplace.Growth.Search.Adapters.Lucene;

/// <summary>Reads what <see cref="ColumnCodec"/> wrote; tokens become numbers without a string in between.</summary>
internal ref struct ColumnReader(ReadOnlySpan<byte> bytes)
{
    private ReadOnlySpan<byte> _rest = bytes;

    public byte Byte()
    {
        var value = _rest[0];
        _rest = _rest[1..];
        return value;
    }

    public int Int32()
    {
        var value = BinaryPrimitives.ReadInt32LittleEndian(_rest);
        _rest = _rest[4..];
        return value;
    }

    public long Int64()
    {
        var value = BinaryPrimitives.ReadInt64LittleEndian(_rest);
        _rest = _rest[8..];
        return value;
    }

    public float Single()
    {
        var value = BinaryPrimitives.ReadSingleLittleEndian(_rest);
        _rest = _rest[4..];
        return value;
    }

    public double Double()
    {
        var value = BinaryPrimitives.ReadDoubleLittleEndian(_rest);
        _rest = _rest[8..];
        return value;
    }

    public long Packed()
    {
        ulong value = 0;
        for (var shift = 0; ; shift += 7)
        {
            var part = Byte();
            value |= (ulong)(part & 0x7F) << shift;
            if (part < 0x80) return (long)value;
        }
    }

    public string Text() => Encoding.UTF8.GetString(Raw());

    public int Token(TokenTable table)
    {
        var raw = Raw();
        if (raw.Length > 256) return table.Intern(Encoding.UTF8.GetString(raw));
        Span<char> chars = stackalloc char[256];
        return table.Intern(chars[..Encoding.UTF8.GetChars(raw, chars)]);
    }

    private ReadOnlySpan<byte> Raw()
    {
        var length = (int)Packed();
        var value = _rest[..length];
        _rest = _rest[length..];
        return value;
    }
}

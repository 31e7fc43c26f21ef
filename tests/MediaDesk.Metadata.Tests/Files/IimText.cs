using System.Text;

namespace MediaDesk.Metadata.Tests.Files;

/// <summary>Builds IIM blocks dataset by dataset.</summary>
internal sealed class IimText(Encoding charset)
{
    private readonly List<byte> block = [];

    public IimText DeclaredAs(string escape) => Dataset(1, 90, Encoding.Latin1.GetBytes(escape));

    public IimText With(byte number, string text) => Dataset(2, number, charset.GetBytes(text));

    public IimText Dataset(byte record, byte number, byte[] value)
    {
        block.AddRange([0x1C, record, number]);
        if (value.Length < 0x8000)
        {
            block.AddRange([(byte)(value.Length >> 8), (byte)value.Length]);
        }
        else
        {
            block.AddRange([0x80, 4, 0, (byte)(value.Length >> 16), (byte)(value.Length >> 8), (byte)value.Length]);
        }

        block.AddRange(value);
        return this;
    }

    public byte[] ToBytes() => block.ToArray();
}

using System.Collections.Frozen;
using MediaDesk.Language;

namespace MediaDesk.Credits;

/// <summary>Words in a credit that name nobody: how the photo came about, or what the photographer is to the agency.</summary>
internal static class CreditRoles
{
    private static readonly FrozenSet<string> Pools = Set("pool", "pool photo", "pool picture", "via pool", "pool image");
    private static readonly FrozenSet<string> Handouts = Set("handout", "handout photo", "ho", "hand out", "hopg", "hogp", "hons");
    private static readonly FrozenSet<string> Files = Set("file", "file photo", "file picture", "file image", "archive photo");

    private static readonly FrozenSet<string> Others = Set(
        "staff", "stringer", "str", "stf", "staff photographer", "contributor", "freelance", "freelancer", "supplied", "uncredited", "unknown",
        "anonymous", "photo", "photos", "picture", "image", "photographer", "afp contributor", "reuters photographer", "stringer network", "xxstringerxx xxxxx", "credit", "n a", "none");

    public static bool IsPool(string normal) => Pools.Contains(normal);

    public static bool IsHandout(string normal) => Handouts.Contains(normal);

    public static bool IsFile(string normal) => Files.Contains(normal);

    public static bool IsRole(string normal) => IsPool(normal) || IsHandout(normal) || IsFile(normal) || Others.Contains(normal);

    private static FrozenSet<string> Set(params string[] words) => words.Select(TextNormaliser.Normalise).ToFrozenSet(StringComparer.Ordinal);
}

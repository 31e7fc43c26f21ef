using MediaDesk.Credits;

namespace MediaDesk.Tests.Credits;

/// <summary>How the tables of credit lines are held against the reader.</summary>
internal static class CreditTable
{
    public static CreditChain Read(string line) => CreditReader.Read(line, [], AgencyCatalogue.Seeded);

    public static void Check(string line, string photographers, string agencies, string flags)
    {
        var chain = Read(line);
        Assert.Equal(photographers, string.Join(" > ", chain.Photographers));
        Assert.Equal(agencies, string.Join(" > ", chain.AgencyNames));
        Assert.Equal(flags, Flags(chain));
    }

    private static string Flags(CreditChain chain) =>
        string.Join(',', new[] { (chain.IsPool, "pool"), (chain.IsHandout, "handout"), (chain.IsFile, "file") }.Where(flag => flag.Item1).Select(flag => flag.Item2));
}

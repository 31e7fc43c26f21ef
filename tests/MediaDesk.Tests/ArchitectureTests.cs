using System.Text.RegularExpressions;
using System.Xml.Linq;
using ArchUnitNET.Domain;
using ArchUnitNET.Loader;

namespace MediaDesk.Tests;

/// <summary>The rules of the house (src/README.md), each with the files or types that break it.</summary>
public sealed partial class ArchitectureTests
{
    private static readonly Architecture House = new ArchLoader()
        .LoadAssemblies(
            typeof(global::MediaDesk.Metadata.MetadataReader).Assembly, typeof(global::MediaDesk.Darkroom.DarkroomPool).Assembly, typeof(MediaDeskServices).Assembly,
            typeof(global::MediaDesk.Web.App).Assembly, System.Reflection.Assembly.Load("MediaDesk.Cli"))
        .Build();

    private static readonly Dictionary<string, string[]> ProjectArrows = new()
    {
        ["MediaDesk.Metadata"] = [],
        ["MediaDesk.Darkroom"] = ["MediaDesk.Metadata"],
        ["MediaDesk"] = ["MediaDesk.Darkroom"],
        ["MediaDesk.Web"] = ["MediaDesk"],
        ["MediaDesk.Cli"] = ["MediaDesk"],
    };

    /// <summary>The folders of MediaDesk that are no features, and which of each other they may use.</summary>
    private static readonly Dictionary<string, string[]> Foundations = new()
    {
        ["Language"] = [],
        ["Places"] = ["Language"],
        ["Credits"] = ["Language", "Places"],
        ["Wording"] = ["Language", "Places", "Credits"],
        ["Model"] = [],
        ["Cleaning"] = ["Language", "Credits", "Model"],
        ["Storage"] = [],
        ["Data"] = ["Model", "Storage"],
        ["Check"] = ["Model", "Storage", "Data"],
    };

    [Fact]
    public void Projects_ReferToOthers_OnlyDownTheHouse()
    {
        var broken =
            from path in Repository.Sources(".csproj")
            let project = System.IO.Path.GetFileNameWithoutExtension(path)
            from reference in XDocument.Parse(Repository.Read(path)).Descendants("ProjectReference")
            let target = System.IO.Path.GetFileNameWithoutExtension(reference.Attribute("Include")!.Value.Replace('\\', '/'))
            where !ProjectArrows[project].Contains(target)
            select $"{project} refers to {target}";

        AssertNone(broken, "Projects refer only to the one below: Web and Cli to MediaDesk, it to Darkroom, that to Metadata");
    }

    [Fact]
    public void Metadata_KnowsOnlyTheBytes_NotDatabaseWebOrPixels()
    {
        var broken = Uses(type => In(type, "MediaDesk.Metadata"), used =>
            used.StartsWith("Microsoft.EntityFrameworkCore", StringComparison.Ordinal) || used.StartsWith("Microsoft.AspNetCore", StringComparison.Ordinal)
            || used.StartsWith("Microsoft.Extensions", StringComparison.Ordinal));

        AssertNone(broken, "MediaDesk.Metadata knows nothing of the desk");
    }

    [Fact]
    public void ImagingLibraries_AreNamed_OnlyInTheDarkroom()
    {
        static bool IsImaging(string name) => name.StartsWith("NetVips", StringComparison.Ordinal) || name.StartsWith("ImageMagick", StringComparison.Ordinal)
            || name.StartsWith("Magick.NET", StringComparison.Ordinal) || name.StartsWith("SixLabors", StringComparison.Ordinal);
        var used = Uses(type => !In(type, "MediaDesk.Darkroom"), IsImaging);
        var packages =
            from path in Repository.Sources(".csproj")
            where !path.EndsWith("MediaDesk.Darkroom.csproj", StringComparison.Ordinal)
            from package in XDocument.Parse(Repository.Read(path)).Descendants("PackageReference")
            where IsImaging(package.Attribute("Include")!.Value)
            select $"{path} has the package {package.Attribute("Include")!.Value}";

        AssertNone(used.Concat(packages), "Only MediaDesk.Darkroom names an imaging library");
    }

    [Fact]
    public void RawSql_Stands_OnlyInDataAndTheSqliteFilesOfSearch()
    {
        var broken =
            from path in Repository.Sources(".cs")
            where !path.StartsWith("src/MediaDesk/Data/", StringComparison.Ordinal) && !SqliteOfSearch().IsMatch(path)
            where RawSql().IsMatch(Repository.Read(path))
            select path;

        AssertNone(broken, "Raw SQL stands only in Data/ and Search/Sqlite*");
    }

    [Fact]
    public void Foundations_Use_OnlyTheFoldersBelowThem()
    {
        var broken = ArrowsOfMediaDesk()
            .Where(arrow => Foundations.TryGetValue(arrow.From, out var allowed) && !allowed.Contains(arrow.To))
            .Select(arrow => arrow.Text);

        AssertNone(broken, "Model, Storage and Data, and the knowledge of Language, Places, Credits, Wording and Cleaning, know no feature");
    }

    [Fact]
    public void Features_DoNotUseEachOther_ExceptIngest()
    {
        var broken = ArrowsOfMediaDesk()
            .Where(arrow => arrow.From != "Ingest" && !Foundations.ContainsKey(arrow.From) && !Foundations.ContainsKey(arrow.To))
            .Select(arrow => arrow.Text);

        AssertNone(broken, "Features do not use each other, except Ingest");
    }

    [Fact]
    public void Model_IsPlain_WithoutEntityFramework()
    {
        var broken = Uses(type => type.FullName.StartsWith("MediaDesk.Model.", StringComparison.Ordinal), used =>
            used.StartsWith("Microsoft.EntityFrameworkCore", StringComparison.Ordinal)
            || used.StartsWith("System.ComponentModel.DataAnnotations", StringComparison.Ordinal));

        AssertNone(broken, "Rows are mapped in Data, so Model has no attribute or type of Entity Framework");
    }

    [Fact]
    public void TypeNames_AreNewsroomWords_NotRoles()
    {
        string[] forbidden = ["Service", "Manager", "Helper", "Util", "Utils", "Core", "Common", "Info"];
        var broken =
            from type in House.Types
            where type.FullName.StartsWith("MediaDesk", StringComparison.Ordinal)
            let name = type.Name.Split('`')[0]
            where forbidden.Any(suffix => name.EndsWith(suffix, StringComparison.Ordinal))
            select type.FullName;

        AssertNone(broken, $"No type ends in {string.Join(", ", forbidden)}");
    }

    [Fact]
    public void Namespaces_AreFolders()
    {
        var broken =
            from path in Repository.Sources(".cs")
            where !path.Contains("/Migrations/", StringComparison.Ordinal)
            let declared = NamespaceLine().Match(Repository.Read(path))
            where declared.Success
            let folder = System.IO.Path.GetDirectoryName(path)!.Replace('\\', '/')["src/".Length..].Replace('/', '.')
            where declared.Groups["name"].Value != folder || declared.Groups["end"].Value != ";"
            select $"{path} declares {declared.Groups["name"].Value}";

        AssertNone(broken, "The namespace of a file is file-scoped and is its folder");
    }

    [Fact]
    public void Files_KeepTheirLineBudgets()
    {
        // What a program wrote (*.Generated.cs) is as long as its source; nobody reads it from top to bottom.
        var code =
            from path in Repository.Sources(".cs")
            where !path.Contains("/Migrations/", StringComparison.Ordinal) && !path.EndsWith("Tags.cs", StringComparison.Ordinal)
                && !path.EndsWith(".Generated.cs", StringComparison.Ordinal)
            let lines = Repository.Read(path).Count(one => one == '\n')
            where lines > 400
            select $"{path}: {lines} lines";
        var markup =
            from path in Repository.Sources(".razor")
            let text = Repository.Read(path)
            let lines = text.Count(one => one == '\n')
            let inline = text.IndexOf("\n@code", StringComparison.Ordinal) is >= 0 and var start ? text[(start + 1)..].Count(one => one == '\n') : 0
            where lines > 130 || inline > 30
            select $"{path}: {lines} lines, {inline} of them @code";

        AssertNone(code.Concat(markup), "At most 400 lines in a .cs file (tables of tags apart), 130 in a .razor file, 30 of them @code");
    }

    [Fact]
    public void Warnings_AreNotSilenced()
    {
        // Photoshop's digest of an IIM block is an MD5, which analyzers rightly warn of elsewhere.
        const string md5 = "src/MediaDesk.Metadata/Photoshop/IptcDigest.cs";
        var broken =
            from path in Repository.Sources(".cs").Concat(Repository.Sources(".razor")).Concat(Repository.Sources(".csproj")).Concat(Repository.Sources(".props"))
            where !path.Contains("/Migrations/", StringComparison.Ordinal) && path != md5
            where Silenced().IsMatch(Repository.Read(path))
            select path;

        AssertNone(broken, "A warning is an error whose cause is mended, not one that is switched off");
    }

    /// <summary>Uses of one top folder of MediaDesk by another; its root (the table of contents and the desk's options) is left out.</summary>
    private static IEnumerable<(string From, string To, string Text)> ArrowsOfMediaDesk() =>
        from type in House.Types
        where In(type, "MediaDesk")
        from used in type.Dependencies.Select(dependency => dependency.Target).Distinct()
        where In(used, "MediaDesk")
        let @from = TopFolder(type)
        let to = TopFolder(used)
        where @from.Length > 0 && to.Length > 0 && @from != to
        select (@from, to, $"{type.FullName} uses {used.FullName}");

    private static string TopFolder(IType type)
    {
        var parts = type.Namespace.FullName.Split('.');
        return parts.Length > 1 ? parts[1] : "";
    }

    private static IEnumerable<string> Uses(Func<IType, bool> users, Func<string, bool> forbidden) =>
        from type in House.Types
        where users(type)
        from used in type.Dependencies.Select(dependency => dependency.Target.FullName).Distinct()
        where forbidden(used)
        select $"{type.FullName} uses {used}";

    private static bool In(IType type, string assembly) => type.Assembly?.Name.Split(',')[0] == assembly;

    private static void AssertNone(IEnumerable<string> broken, string rule)
    {
        var list = broken.Distinct().Order(StringComparer.Ordinal).ToList();
        Assert.True(list.Count == 0, $"{rule}. Not so:\n  {string.Join("\n  ", list)}");
    }

    [GeneratedRegex(@"^src/MediaDesk/Search/(.+/)?Sqlite[^/]*\.cs$|^src/MediaDesk/Search/Sqlite[^/]*/.+\.cs$", RegexOptions.ExplicitCapture)]
    private static partial Regex SqliteOfSearch();

    [GeneratedRegex(@"\b(ExecuteSql\w*|FromSql\w*|SqlQuery\w*|CommandText|SqliteCommand|CreateCommand)\b", RegexOptions.ExplicitCapture)]
    private static partial Regex RawSql();

    [GeneratedRegex(@"^\uFEFF?namespace (?<name>[\w.]+)(?<end>;?)", RegexOptions.ExplicitCapture | RegexOptions.Multiline)]
    private static partial Regex NamespaceLine();

    [GeneratedRegex(@"#pragma warning disable|<NoWarn>|SuppressMessage\(|<TreatWarningsAsErrors>false", RegexOptions.ExplicitCapture)]
    private static partial Regex Silenced();
}

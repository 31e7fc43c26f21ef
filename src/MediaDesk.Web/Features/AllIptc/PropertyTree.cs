using System.Globalization;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using MediaDesk.Metadata.Iptc;
using MediaDesk.Web.Features.Captions;

namespace MediaDesk.Web.Features.AllIptc;

/// <summary>What an editor does to an entry of a list, or to a field of a structure that need not be there.</summary>
/// <param name="Path">Of the list for <see cref="TreeAct.Add"/>, else of the entry or field, such as <c>0/rbVertices/2</c>; "" is the whole value.</param>
/// <param name="IsStructure">Whether the entries, or the field, are made of fields.</param>
/// <param name="IsList">Whether the field is a list.</param>
public sealed record TreeChange(TreeAct Act, string Path, bool IsStructure, bool IsList = false);

public enum TreeAct
{
    /// <summary>An entry at the end of a list.</summary>
    Add,

    /// <summary>A field of a structure that is not among those it always has.</summary>
    Put,
    Remove,
    Up,
    Down,
}

/// <summary>
/// The text of a list or a structure as a tree, with entries that are still empty: lists are arrays, structures objects, all else text.
/// </summary>
internal static class PropertyTree
{
    private static readonly JsonSerializerOptions Json = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    public static JsonNode Read(string id, string text) =>
        !FieldText.IsJson(id) ? new JsonArray([.. text.Length == 0 ? [] : text.Split(';').Select(part => JsonValue.Create(part.Trim()))])
        : text.Length > 0 ? JsonNode.Parse(text)!
        : IptcStandard.Find(id)!.IsList ? new JsonArray()
        : new JsonObject();

    public static string Write(string id, JsonNode tree) =>
        tree is JsonArray { Count: 0 } or JsonObject { Count: 0 } ? ""
        : FieldText.IsJson(id) ? tree.ToJsonString(Json)
        : string.Join("; ", tree.AsArray().Select(entry => (string?)entry));

    /// <summary>Changes a tree. Answers the path of the entry or field that should have the cursor then; null where none is left.</summary>
    public static string? Change(JsonNode tree, TreeChange change)
    {
        if (change.Act == TreeAct.Add)
        {
            var longer = (JsonArray)At(tree, change.Path, isList: true);
            longer.Add(Empty(change.IsStructure));
            return Join(change.Path, longer.Count - 1);
        }

        var (around, last) = Split(change.Path);
        return char.IsAsciiDigit(last[0])
            ? ChangeEntry((JsonArray)At(tree, around, isList: true), around, int.Parse(last, CultureInfo.InvariantCulture), change.Act)
            : ChangeField((JsonObject)At(tree, around, isList: false), around, last, change);
    }

    public static string Join(string path, object part) => path.Length == 0 ? $"{part}" : $"{path}/{part}";

    private static (string List, string Entry) Split(string path) => path.LastIndexOf('/') is >= 0 and var at ? (path[..at], path[(at + 1)..]) : ("", path);

    private static JsonNode Empty(bool isStructure) => isStructure ? new JsonObject() : JsonValue.Create("");

    private static string? ChangeEntry(JsonArray list, string path, int at, TreeAct act)
    {
        if (at >= list.Count)
        {
            return null;
        }

        var entry = list[at];
        list.RemoveAt(at);
        if (act == TreeAct.Remove)
        {
            return list.Count == 0 ? null : Join(path, Math.Min(at, list.Count - 1));
        }

        var to = Math.Clamp(act == TreeAct.Up ? at - 1 : at + 1, 0, list.Count);
        list.Insert(to, entry);
        return Join(path, to);
    }

    private static string? ChangeField(JsonObject structure, string path, string id, TreeChange change)
    {
        if (change.Act == TreeAct.Put)
        {
            structure[id] ??= change.IsList ? new JsonArray(Empty(change.IsStructure)) : Empty(change.IsStructure);
            return Join(path, id);
        }

        structure.Remove(id);
        if (!LanguageVariant.IsId(id))
        {
            return path;
        }

        // That no other language is left is something an editor says, too.
        var text = LanguageVariant.TextOf(id);
        if (structure[text] is { } standing && !structure.Any(field => LanguageVariant.IsId(field.Key) && LanguageVariant.TextOf(field.Key) == text))
        {
            structure[$"{text}@{LanguageVariant.DefaultLanguage}"] = standing.DeepClone();
        }

        return Join(path, text);
    }

    /// <summary>The list or structure at a path; those on the way there that do not exist yet are made.</summary>
    private static JsonNode At(JsonNode tree, string path, bool isList)
    {
        var node = tree;
        var parts = path.Length == 0 ? [] : path.Split('/');
        for (var i = 0; i < parts.Length; i++)
        {
            node = node is JsonArray array
                ? array[int.Parse(parts[i], CultureInfo.InvariantCulture)]!
                : node[parts[i]] ??= (i == parts.Length - 1 ? isList : char.IsAsciiDigit(parts[i + 1][0])) ? new JsonArray() : new JsonObject();
        }

        return node;
    }
}

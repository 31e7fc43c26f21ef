using System.Text.Json;

namespace MediaDesk.Metadata.Tests;

public sealed class FieldValueTests
{
    private static readonly JsonSerializerOptions Readable = new() { Encoder = System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    [Theory]
    [InlineData("\"Harbour at dawn\"")]
    [InlineData("[\"Zoë\",\"Žižek\"]")]
    [InlineData("[\"Zoë\"]")]
    [InlineData("{\"city\":\"Trieste\",\"countryName\":\"Italy\"}")]
    [InlineData("[{\"city\":\"Trieste\"},{\"identifiers\":[\"urn:1\",\"urn:2\"],\"name\":\"Molo Audace\"}]")]
    [InlineData("[{\"rRole\":[{\"identifiers\":[\"urn:role\"],\"name\":\"Cropping\"}],\"regionBoundary\":{\"rbVertices\":[{\"rbX\":\"0.1\",\"rbY\":\"0.2\"}]}}]")]
    public void Json_ReadAndWritten_IsTheSame(string json)
    {
        var value = JsonSerializer.Deserialize<FieldValue>(json)!;

        var back = JsonSerializer.Serialize(value, Readable);

        Assert.Equal(json, back);
        Assert.Equal(value, JsonSerializer.Deserialize<FieldValue>(back));
        Assert.Equal(value.GetHashCode(), JsonSerializer.Deserialize<FieldValue>(back)!.GetHashCode());
    }

    [Theory]
    [InlineData("4")]
    [InlineData("[1]")]
    [InlineData("[\"text\",{\"city\":\"Trieste\"}]")]
    [InlineData("[[\"text\"]]")]
    [InlineData("{\"city\":4}")]
    public void Json_OfAnotherShape_IsRefused(string json) => Assert.Throws<JsonException>(() => JsonSerializer.Deserialize<FieldValue>(json));

    [Theory]
    [InlineData("{}")]
    [InlineData("[]")]
    [InlineData("[{},{}]")]
    [InlineData("{\"city\":\" \"}")]
    public void Json_WithoutAnything_IsNoValue(string json) => Assert.Null(JsonSerializer.Deserialize<FieldValue>(json));

    [Fact]
    public void Text_OfStructures_CanBeRead()
    {
        var value = JsonSerializer.Deserialize<FieldValue>(
            """[{"city":"Trieste","countryName":"Italy"},{"name":"Ada","characteristics":[{"cvTermName":"tall"},{"cvTermName":"old"}],"identifiers":["a","b"]}]""")!;

        Assert.Equal("City: Trieste; Country name: Italy", value.Items[0]);
        Assert.Equal("Characteristics: (Cv term name: tall), (Cv term name: old); Identifiers: a, b; Name: Ada", value.Items[1]);
        Assert.Equal($"{value.Items[0]}; {value.Items[1]}", value.Text);
        Assert.Equal(["Trieste", "Italy", "tall", "old", "a", "b", "Ada"], value.AllTexts());
    }

    [Fact]
    public void Equality_OfStructureAndItsText_IsNone()
    {
        var structure = FieldValue.Of(FieldValues.Empty.With("city", FieldValue.Of("Trieste")))!;

        Assert.NotEqual(FieldValue.Of(structure.Text), structure);
        Assert.NotEqual(FieldValue.Of([structure.Structures[0]]), structure);
        Assert.Equal(FieldValue.Of(FieldValues.Empty.With("city", FieldValue.Of("Trieste"))), structure);
    }

    [Fact]
    public void Fields_InAnyOrder_AreInTheOrderOfTheirIds()
    {
        var fields = new FieldValues(
        [
            new("headline", FieldValue.Of("Fire")!), new("cityName", FieldValue.Of("Trieste")!), new("Zoom", FieldValue.Of("2")!), new("city", FieldValue.Of("Udine")!),
        ]);

        Assert.Equal(["Zoom", "city", "cityName", "headline"], fields.Keys);
        Assert.Equal(["2", "Udine", "Trieste", "Fire"], fields.Values.Select(value => value.Text));
        Assert.All(fields, field => Assert.Same(field.Value, fields[field.Key]));
        Assert.Null(fields["cit"]);
        Assert.Null(fields["zoom"]);
    }

    [Fact]
    public void Fields_WithOneTwice_AreRefused() => Assert.Throws<ArgumentException>(() => new FieldValues(
        [new("headline", FieldValue.Of("Fire")!), new("city", FieldValue.Of("Udine")!), new("headline", FieldValue.Of("Flood")!)]));

    [Fact]
    public void Json_WithAFieldTwice_HasTheLast()
    {
        var fields = JsonSerializer.Deserialize<FieldValues>("""{"headline":"Fire","city":"Udine","headline":"Flood","headline":null}""")!;

        Assert.Equal("Flood", fields.Text("headline"));
        Assert.Equal(2, fields.Count);
    }
}

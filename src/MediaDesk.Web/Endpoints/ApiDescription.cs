using MediaDesk.Metadata;
using Microsoft.OpenApi;

namespace MediaDesk.Web.Endpoints;

/// <summary>The description of the HTTP API at <c>/openapi/v1.json</c>.</summary>
internal static class ApiDescription
{
    public static void AddDeskApi(this IServiceCollection services) =>
        services.AddOpenApi("v1", options =>
        {
            options.AddDocumentTransformer((document, _, _) =>
            {
                document.Info.Title = "MediaDesk";
                document.Info.Description = "Captions and metadata of news photos. Fields are keyed by the property ids of the IPTC Photo Metadata Standard 2025.1. Errors are problem+json.";
                return Task.CompletedTask;
            });
            options.AddSchemaTransformer((schema, context, _) =>
            {
                if (context.JsonTypeInfo.Type == typeof(FieldValue))
                {
                    Describe(schema);
                }
                else if (context.JsonTypeInfo.Type == typeof(FieldValues))
                {
                    schema.Type = JsonSchemaType.Object;
                    schema.Description = "Values by IPTC property id.";
                    var value = new OpenApiSchema();
                    Describe(value);
                    schema.AdditionalProperties = value;
                }

                return Task.CompletedTask;
            });
        });

    private static void Describe(OpenApiSchema schema)
    {
        schema.Description = "One text or structure (an object of values by the standard's field ids), or for a property that may occur several times a list of either.";
        schema.OneOf =
        [
            new OpenApiSchema { Type = JsonSchemaType.String },
            new OpenApiSchema { Type = JsonSchemaType.Array, Items = new OpenApiSchema { Type = JsonSchemaType.String } },
            new OpenApiSchema { Type = JsonSchemaType.Object },
            new OpenApiSchema { Type = JsonSchemaType.Array, Items = new OpenApiSchema { Type = JsonSchemaType.Object } },
        ];
    }
}

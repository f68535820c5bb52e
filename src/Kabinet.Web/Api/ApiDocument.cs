using System.Text.Json.Nodes;
using Microsoft.AspNetCore.OpenApi;
using Microsoft.OpenApi;

namespace Kabinet.Api;

/// <summary>The OpenAPI document at /openapi/v1.json: made from the endpoints, with what they read themselves.</summary>
internal static class ApiDocument
{
    private static readonly (string Name, string Description)[] Tags =
    [
        ("company", "What a client has to know before he books."),
        ("catalogue", "What can be booked, and with whom."),
        ("free time", "When it can be booked."),
        ("bookings", "Booking, and what the client may do to a booking of his."),
        ("codes", "Proving that a phone is the client's."),
        ("customers", "The company's base of customers, with a key."),
        ("work orders", "The documents of visits, with a key."),
        ("services", "The catalogue as the back office has it, with a key."),
        ("resources", "Who and what serves, as the back office has it, with a key."),
    ];

    public static void AddApiDocument(this IServiceCollection services) => services.AddOpenApi("v1", options =>
    {
        options.ShouldInclude = endpoint => endpoint.RelativePath?.StartsWith("api/", StringComparison.Ordinal) == true;
        options.AddDocumentTransformer((document, _, _) => Task.FromResult(Describe(document)));
        options.AddOperationTransformer((operation, context, _) => Task.FromResult(Describe(operation, context)));
        options.AddSchemaTransformer((schema, context, _) => Task.FromResult(Describe(schema, context)));
    });

    private static OpenApiDocument Describe(OpenApiDocument document)
    {
        document.Info = new OpenApiInfo
        {
            Title = "Kabinet",
            Version = "1",
            Description = "Online booking: what a company offers, when it is free, and bookings. Every refusal is a problem document (RFC 9457) with a stable `type`.",
            License = new OpenApiLicense { Name = "MIT", Identifier = "MIT" },
            Contact = new OpenApiContact { Name = "The one who runs this installation" },
        };
        foreach (var server in document.Servers ?? []) server.Url = server.Url?.TrimEnd('/');
        document.Tags = new HashSet<OpenApiTag>(Tags.Select(tag => new OpenApiTag { Name = tag.Name, Description = tag.Description }));
        document.Components ??= new OpenApiComponents();
        document.Components.SecuritySchemes = new Dictionary<string, IOpenApiSecurityScheme>
        {
            ["booking"] = Bearer("The token of a booking, from the answer to its creation."),
            ["client"] = Bearer("The proof of a phone, from POST /codes/{id}."),
            [Description.KeyScheme] = Bearer("A key of the company, key_ and 40 digits, that an owner creates in the settings of the back office. Each call says what the key must open."),
        };
        return document;
    }

    private static OpenApiSecurityScheme Bearer(string description) => new() { Type = SecuritySchemeType.Http, Scheme = "bearer", Description = description };

    private static OpenApiOperation Describe(OpenApiOperation operation, OpenApiOperationTransformerContext context)
    {
        var metadata = context.Description.ActionDescriptor.EndpointMetadata;
        operation.Parameters ??= [];
        foreach (var parameter in operation.Parameters.OfType<OpenApiParameter>()) parameter.Description ??= "The id.";
        operation.Parameters.Insert(0, Text("company", ParameterLocation.Path, "The company's part of the address, as in its cabinet.", isRequired: true));
        foreach (var parameter in metadata.OfType<QueryParameter>()) operation.Parameters.Add(Query(parameter));
        foreach (var header in metadata.OfType<HeaderParameter>()) operation.Parameters.Add(Text(header.Name, ParameterLocation.Header, header.Description, header.IsRequired));
        // A bearer token has no scopes that a document could list.
        foreach (var token in metadata.OfType<TokenParameter>().Where(token => token.Access.Length > 0)) operation.Description += $" The key has to open `{token.Access}`.";
        // An empty requirement stands for: none is needed.
        operation.Security = [.. metadata.OfType<TokenParameter>().Select(token => new OpenApiSecurityRequirement { [new OpenApiSecuritySchemeReference(token.Scheme, context.Document)] = [] })];
        if (metadata.OfType<TokenParameter>().All(token => !token.IsRequired)) operation.Security.Add([]);
        return operation;
    }

    private static OpenApiParameter Text(string name, ParameterLocation place, string description, bool isRequired) =>
        new() { Name = name, In = place, Description = description, Required = isRequired, Schema = new OpenApiSchema { Type = JsonSchemaType.String } };

    private static OpenApiParameter Query(QueryParameter parameter)
    {
        var one = parameter.Type switch
        {
            "integer" => new OpenApiSchema { Type = JsonSchemaType.Integer, Format = "int32" },
            "boolean" => new OpenApiSchema { Type = JsonSchemaType.Boolean },
            _ => new OpenApiSchema { Type = JsonSchemaType.String, Format = parameter.Format },
        };
        return new OpenApiParameter
        {
            Name = parameter.Name,
            In = ParameterLocation.Query,
            Description = parameter.Description,
            Required = parameter.IsRequired,
            Schema = parameter.IsRepeated ? new OpenApiSchema { Type = JsonSchemaType.Array, Items = one } : one,
        };
    }

    private static OpenApiSchema Describe(OpenApiSchema schema, OpenApiSchemaTransformerContext context)
    {
        if (context.JsonTypeInfo.Type != typeof(IdOrAny)) return schema;
        schema.Type = null;
        schema.Description = "The id of a resource, or \"any\".";
        schema.OneOf = [new OpenApiSchema { Type = JsonSchemaType.Integer, Format = "int32" }, new OpenApiSchema { Type = JsonSchemaType.String, Enum = [JsonValue.Create("any")] }];
        return schema;
    }
}

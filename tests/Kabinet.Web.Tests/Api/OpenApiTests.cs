using System.Diagnostics;
using System.Net;
using System.Reflection;
using System.Text.Json;
using Microsoft.AspNetCore.Routing;
using Xunit;

namespace Kabinet.Web.Tests.Api;

/// <summary>The document at /openapi/v1.json.</summary>
public class OpenApiTests(PostgresCluster postgres) : ApiTest(postgres)
{
    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task It_passes_the_linter_without_a_warning()
    {
        var file = Path.Combine(Path.GetTempPath(), $"kabinet-openapi-{Guid.NewGuid():N}.json");
        try
        {
            await File.WriteAllTextAsync(file, await DocumentAsync(), Cancel);

            var (code, said) = await LintAsync(file);

            Assert.True(code == 0, said);
        }
        finally
        {
            File.Delete(file);
        }
    }

    [Fact]
    public async Task The_linter_finds_what_is_wrong()
    {
        var file = Path.Combine(Path.GetTempPath(), $"kabinet-openapi-{Guid.NewGuid():N}.json");
        try
        {
            await File.WriteAllTextAsync(file, (await DocumentAsync()).Replace("\"operationId\"", "\"x-id\"", StringComparison.Ordinal), Cancel);

            Assert.NotEqual(0, (await LintAsync(file)).Code);
        }
        finally
        {
            File.Delete(file);
        }
    }

    [Fact]
    public async Task It_tells_of_every_call_and_what_each_refuses()
    {
        var (site, _) = await OpenAsync(Store.Sqlite);
        await using var __ = site;
        using var document = JsonDocument.Parse(await DocumentAsync(site));
        var told = document.RootElement.GetProperty("paths").EnumerateObject()
            .SelectMany(path => path.Value.EnumerateObject().Select(operation => (Call: $"{operation.Name.ToUpperInvariant()} {path.Name}", operation.Value))).ToList();

        var mapped = site.Use<EndpointDataSource>().Endpoints.OfType<RouteEndpoint>()
            .Where(endpoint => endpoint.RoutePattern.RawText!.StartsWith("/api/v1/", StringComparison.Ordinal))
            .SelectMany(endpoint => endpoint.Metadata.GetMetadata<HttpMethodMetadata>()!.HttpMethods.Select(method => $"{method} {Plain(endpoint.RoutePattern)}"));

        Assert.Equal(mapped.Order(), told.Select(one => one.Call).Order());
        Assert.All(told, one => Assert.Equal("#/components/schemas/Problem", one.Value.GetProperty("responses").GetProperty("429")
            .GetProperty("content").GetProperty("application/problem+json").GetProperty("schema").GetProperty("$ref").GetString()));
    }

    private async Task<string> DocumentAsync()
    {
        var (site, _) = await OpenAsync(Store.Sqlite);
        await using var __ = site;
        return await DocumentAsync(site);
    }

    private static async Task<string> DocumentAsync(SalonSite site)
    {
        using var http = site.CreateClient();
        using var answer = await http.GetAsync(new Uri("/openapi/v1.json", UriKind.Relative), Cancel);
        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        return await answer.Content.ReadAsStringAsync(Cancel);
    }

    private static async Task<(int Code, string Said)> LintAsync(string file)
    {
        var linter = typeof(OpenApiTests).Assembly.GetCustomAttributes<AssemblyMetadataAttribute>().Single(one => one.Key == "Linter").Value!;
        using var process = Process.Start(new ProcessStartInfo("node", [linter, "lint", file, "--ruleset", Path.Combine(AppContext.BaseDirectory, "Api", "spectral.yaml"), "--fail-severity", "warn"])
        {
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        })!;
        var (said, complained) = (process.StandardOutput.ReadToEndAsync(Cancel), process.StandardError.ReadToEndAsync(Cancel));
        await process.WaitForExitAsync(Cancel);
        return (process.ExitCode, await said + await complained);
    }

    private static string Plain(Microsoft.AspNetCore.Routing.Patterns.RoutePattern pattern) =>
        "/" + string.Join('/', pattern.PathSegments.Select(segment => string.Concat(segment.Parts.Select(part => part switch
        {
            Microsoft.AspNetCore.Routing.Patterns.RoutePatternParameterPart parameter => $"{{{parameter.Name}}}",
            Microsoft.AspNetCore.Routing.Patterns.RoutePatternLiteralPart literal => literal.Content,
            _ => "",
        }))));
}

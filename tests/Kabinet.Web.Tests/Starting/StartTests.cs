using System.Net;
using System.Net.Sockets;
using Xunit;

namespace Kabinet.Web.Tests.Starting;

public sealed class StartTests : IDisposable
{
    private readonly string folder = Directory.CreateTempSubdirectory("kabinet-start-").FullName;

    [Fact]
    public async Task The_demo_says_where_it_is_and_with_what_to_sign_in()
    {
        using var application = Application.Start("--demo", "--data", Path.Combine(folder, "not", "there", "yet"), "--urls", "http://127.0.0.1:0");

        Assert.Matches("http://127.0.0.1:[1-9][0-9]*/mint ", await application.ReadToAsync("Cabinet", Cancel));
        Assert.EndsWith("/office", await application.ReadToAsync("Back office", Cancel), StringComparison.Ordinal);
        Assert.Contains("owner@mint.example", await application.ReadToAsync("Demo staff", Cancel), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Without_the_demo_it_says_that_there_is_no_company()
    {
        using var application = Application.Start("--data", folder, "--urls", "http://127.0.0.1:0");

        Assert.Contains("--demo", await application.ReadToAsync("no company yet", Cancel), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_data_folder_that_cannot_be_written_is_said_in_one_line()
    {
        var file = Path.Combine(folder, "a-file");
        await File.WriteAllTextAsync(file, "", Cancel);
        using var application = Application.Start("--data", Path.Combine(file, "data"), "--urls", "http://127.0.0.1:0");

        Assert.Equal($"Kabinet: cannot write to the data folder {file}/data; choose another with --data\n", await application.ReadErrorsAsync(Cancel));
        Assert.Equal(1, application.ExitCode);
    }

    [Fact]
    public async Task A_port_in_use_is_said_in_one_line()
    {
        using var taken = new TcpListener(IPAddress.Loopback, 0);
        taken.Start();
        using var application = Application.Start("--data", folder, "--urls", $"http://{taken.LocalEndpoint}");

        Assert.Equal($"Kabinet: Failed to bind to address http://{taken.LocalEndpoint}: address already in use; choose another with --urls\n",
            await application.ReadErrorsAsync(Cancel));
        Assert.Equal(1, application.ExitCode);
    }

    [Fact]
    public async Task A_database_that_does_not_answer_is_said_in_one_line()
    {
        using var application = Application.Start("--database", "Host=127.0.0.1;Port=1;Username=kabinet;Password=secret;Timeout=2", "--urls", "http://127.0.0.1:0");

        var errors = await application.ReadErrorsAsync(Cancel);

        Assert.StartsWith("Kabinet: cannot use the database given with --database", errors, StringComparison.Ordinal);
        Assert.DoesNotContain("secret", errors, StringComparison.Ordinal);
        Assert.Single(errors.Split('\n', StringSplitOptions.RemoveEmptyEntries));
        Assert.Equal(1, application.ExitCode);
    }

    public void Dispose() => Directory.Delete(folder, recursive: true);

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;
}

using System.Diagnostics;

namespace Kabinet.Web.Tests.Starting;

/// <summary>The real application as a process of its own, as `dotnet Kabinet.Web.dll` starts it. Killed when the test is over.</summary>
public sealed class Application : IDisposable
{
    private readonly Process process;

    private Application(Process process) => this.process = process;

    public int ExitCode => process.ExitCode;

    public static Application Start(params IEnumerable<string> options) => Start([Program], options, []);

    /// <summary>With a service of the tests inside it, by the framework's own door for that.</summary>
    public static Application StartWithBookings(TestDatabase database)
    {
        // The tests' own list of assemblies, or the runtime would not find theirs.
        var tests = Path.Combine(AppContext.BaseDirectory, "Kabinet.Web.Tests");
        return Start(["exec", "--depsfile", $"{tests}.deps.json", "--runtimeconfig", $"{tests}.runtimeconfig.json", Program],
            [.. On(database), "--urls", "http://127.0.0.1:0"],
            new() { ["ASPNETCORE_HOSTINGSTARTUPASSEMBLIES"] = "Kabinet.Web.Tests", [Data.StreamOfBookingsStartup.Wanted] = "1" });
    }

    /// <summary>Runs a command to its end.</summary>
    /// <param name="input">What it reads from the standard input.</param>
    public static async Task<Run> RunAsync(IEnumerable<string> words, CancellationToken cancel, string input = "", Dictionary<string, string?>? environment = null)
    {
        using var application = Start([Program], words, environment ?? []);
        await application.WriteInputAsync(input, cancel);
        var errors = application.process.StandardError.ReadToEndAsync(cancel);
        var output = await application.process.StandardOutput.ReadToEndAsync(cancel);
        await application.process.WaitForExitAsync(cancel);
        return new Run(application.ExitCode, output, await errors);
    }

    private async Task WriteInputAsync(string input, CancellationToken cancel)
    {
        try
        {
            await process.StandardInput.WriteAsync(input.AsMemory(), cancel);
            process.StandardInput.Close();
        }
        catch (IOException)
        {
            // A command that refuses its words ends without reading; how it ended is what the test looks at.
        }
    }

    /// <summary>How a command ended, and what it wrote.</summary>
    public sealed record Run(int ExitCode, string Output, string Errors);

    /// <summary>The option that names the database.</summary>
    public static string[] On(TestDatabase database) => database.Folder is { } folder ? ["--data", folder] : ["--database", database.Choice.Connection];

    private static string Program => Path.Combine(AppContext.BaseDirectory, "Kabinet.Web.dll");

    private static Application Start(IEnumerable<string> program, IEnumerable<string> options, Dictionary<string, string?> environment)
    {
        var start = new ProcessStartInfo("dotnet", [.. program, .. options])
        {
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            WorkingDirectory = Path.GetTempPath(),
            Environment = { ["DOTNET_ENVIRONMENT"] = "Production", ["ASPNETCORE_ENVIRONMENT"] = "Production" },
        };
        foreach (var (name, value) in environment) start.Environment[name] = value;
        return new Application(Process.Start(start)!);
    }

    /// <summary>Reads on to the line that contains the text; null: the output ended without it.</summary>
    public async Task<string?> ReadToAsync(string text, CancellationToken cancel)
    {
        while (await process.StandardOutput.ReadLineAsync(cancel) is { } line)
            if (line.Contains(text, StringComparison.Ordinal)) return line;
        return null;
    }

    /// <summary>As <see cref="ReadToAsync"/>, of the standard error.</summary>
    public async Task<string?> ReadErrorsToAsync(string text, CancellationToken cancel)
    {
        while (await process.StandardError.ReadLineAsync(cancel) is { } line)
            if (line.Contains(text, StringComparison.Ordinal)) return line;
        return null;
    }

    /// <summary>Everything it wrote to the standard error until it ended.</summary>
    public async Task<string> ReadErrorsAsync(CancellationToken cancel)
    {
        var output = process.StandardOutput.ReadToEndAsync(cancel);
        var errors = await process.StandardError.ReadToEndAsync(cancel);
        await output;
        await process.WaitForExitAsync(cancel);
        return errors;
    }

    /// <summary>SIGKILL: nothing in it gets to know.</summary>
    public void Kill() => process.Kill();

    public Task WaitForExitAsync(CancellationToken cancel) => process.WaitForExitAsync(cancel);

    public void Dispose()
    {
        if (!process.HasExited) process.Kill(entireProcessTree: true);
        process.Dispose();
    }
}

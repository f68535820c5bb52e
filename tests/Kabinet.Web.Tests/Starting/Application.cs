using System.Diagnostics;

namespace Kabinet.Web.Tests.Starting;

/// <summary>The real application as a process of its own, as `dotnet Kabinet.Web.dll` starts it. Killed when the test is over.</summary>
public sealed class Application : IDisposable
{
    private readonly Process process;

    private Application(Process process) => this.process = process;

    public int ExitCode => process.ExitCode;

    public static Application Start(params IEnumerable<string> options) => new(Process.Start(new ProcessStartInfo("dotnet",
        [Path.Combine(AppContext.BaseDirectory, "Kabinet.Web.dll"), .. options])
    {
        RedirectStandardOutput = true,
        RedirectStandardError = true,
        WorkingDirectory = Path.GetTempPath(),
        Environment = { ["DOTNET_ENVIRONMENT"] = "Production", ["ASPNETCORE_ENVIRONMENT"] = "Production" },
    })!);

    /// <summary>Reads on to the line that contains the text; null: the output ended without it.</summary>
    public async Task<string?> ReadToAsync(string text, CancellationToken cancel)
    {
        while (await process.StandardOutput.ReadLineAsync(cancel) is { } line)
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

    public void Dispose()
    {
        if (!process.HasExited) process.Kill(entireProcessTree: true);
        process.Dispose();
    }
}

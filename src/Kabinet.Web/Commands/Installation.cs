using System.CommandLine;
using Kabinet.Data;
using Kabinet.Staff;
using Kabinet.Starting;

namespace Kabinet.Commands;

/// <summary>What a command works on: the database that its options name, brought to this version, and the application's services without the web.</summary>
internal sealed class Installation : IAsyncDisposable
{
    private readonly IHost host;
    private readonly FolderLock? inUse;

    private Installation(IHost host, FolderLock? inUse) => (this.host, this.inUse) = (host, inUse);

    /// <exception cref="StartException">The data folder cannot be used.</exception>
    public static async Task<Installation> OpenAsync(ParseResult result, CommonOptions common, CancellationToken cancel)
    {
        var builder = Builder(result, common);
        var database = builder.Configuration.Database();
        var inUse = FolderLock.Share(database);
        builder.Services.AddData(database);
        builder.Services.AddStaff();
        var installation = new Installation(builder.Build(), inUse);
        await installation.Use<StartUp>().RunAsync(cancel);
        return installation;
    }

    /// <summary>Which database is meant, whether it is there or not.</summary>
    public static DatabaseChoice Choice(ParseResult result, CommonOptions common) => Builder(result, common).Configuration.DatabaseToFind();

    public T Use<T>() where T : notnull => host.Services.GetRequiredService<T>();

    /// <summary>For what takes its context from a scope: Identity.</summary>
    public AsyncServiceScope Scope() => host.Services.CreateAsyncScope();

    public ValueTask DisposeAsync()
    {
        host.Dispose();
        inUse?.Dispose();
        return ValueTask.CompletedTask;
    }

    private static HostApplicationBuilder Builder(ParseResult result, CommonOptions common)
    {
        var builder = Host.CreateApplicationBuilder(StartOptions.OfCommand([.. common.Settings(result)]));
        // The standard output is for results.
        builder.Logging.ClearProviders().SetMinimumLevel(LogLevel.Warning).AddConsole(console => console.LogToStandardErrorThreshold = LogLevel.Trace);
        return builder;
    }
}

using System.Collections.Concurrent;
using System.Data.Common;
using System.Diagnostics;
using System.Text.RegularExpressions;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Diagnostics;
using Xunit;

namespace Kabinet.Web.Tests.OnlineBooking;

/// <summary>A booking costs the same in the company's tenth year as in its first: no query of it walks through all that the company has.</summary>
public partial class BookingQueriesTests(PostgresCluster postgres)
{
    /// <summary>What grows with the years.</summary>
    private static readonly string[] Growing = ["customers", "customer_phones", "work_orders", "work_lines", "occupied_ranges", "outbox_messages", "consents", "client_devices", "client_accounts"];

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task SQLite_finds_everything_by_a_key()
    {
        // Before the first context: EF asks only once a second whether anybody listens.
        using var heard = new Commands();
        await using var salon = await Salon.OpenAsync(Store.Sqlite, postgres);
        Assert.Empty((await salon.BookAsync(salon.Company.Haircut, salon.Company.Anna, "12:00")).Refusals);

        await using var db = salon.Db();
        var connection = (SqliteConnection)db.Database.GetDbConnection();
        await connection.OpenAsync(Cancel);
        var reads = heard.On(salon.Database.Choice.File!).Where(text => text.StartsWith("SELECT", StringComparison.Ordinal)).Distinct().ToList();
        Assert.Contains(reads, text => text.Contains("customer_phones", StringComparison.Ordinal));
        List<string> walks = [];
        foreach (var text in reads)
        {
            var steps = await PlanAsync(connection, text);
            walks.AddRange(steps.Where(Walks).Select(step => $"{step}: {text}"));
        }
        Assert.True(walks.Count == 0, string.Join("\n\n", walks));
    }

    /// <summary>All rows of a growing table, or all of the company's.</summary>
    private static bool Walks(string step) => Step().Match(step) is { Success: true } found && Growing.Contains(found.Groups["alias"].Value)
        && (found.Groups["how"].Value == "SCAN" || found.Groups["key"].Value == "company_id=?");

    private static async Task<List<string>> PlanAsync(SqliteConnection connection, string text)
    {
        await using var command = connection.CreateCommand();
        command.CommandText = "EXPLAIN QUERY PLAN " + text;
        foreach (Match parameter in Parameter().Matches(text))
            if (!command.Parameters.Contains(parameter.Value)) command.Parameters.AddWithValue(parameter.Value, DBNull.Value);
        var tables = Alias().Matches(text).ToLookup(found => found.Groups["alias"].Value, found => found.Groups["table"].Value);
        List<string> steps = [];
        // The plan calls tables by their aliases; here each has its own name.
        await using var reader = await command.ExecuteReaderAsync(Cancel);
        while (await reader.ReadAsync(Cancel))
        {
            var step = reader.GetString(3) + " ";
            if (Step().Match(step) is { Success: true } found && tables[found.Groups["alias"].Value].FirstOrDefault() is { } table)
                step = step.Replace($" {found.Groups["alias"].Value} ", $" {table} ", StringComparison.Ordinal);
            steps.Add(step);
        }
        return steps;
    }

    [GeneratedRegex(@"^(?<how>SCAN|SEARCH) (?<alias>\w+) (?:.*\((?<key>[^)]*)\))?")]
    private static partial Regex Step();

    [GeneratedRegex("(?:FROM|JOIN) \"(?<table>\\w+)\" AS \"(?<alias>\\w+)\"")]
    private static partial Regex Alias();

    [GeneratedRegex(@"@\w+")]
    private static partial Regex Parameter();

    /// <summary>The commands that anybody in this process sends to a database.</summary>
    private sealed class Commands : IObserver<DiagnosticListener>, IObserver<KeyValuePair<string, object?>>, IDisposable
    {
        private readonly ConcurrentQueue<(string File, string Text)> sent = new();
        private readonly ConcurrentBag<IDisposable> subscriptions = [];

        public Commands() => subscriptions.Add(DiagnosticListener.AllListeners.Subscribe(this));

        public IEnumerable<string> On(string file) => sent.Where(one => one.File == file).Select(one => one.Text);

        public void OnNext(DiagnosticListener value)
        {
            if (value.Name == DbLoggerCategory.Name) subscriptions.Add(value.Subscribe(this));
        }

        public void OnNext(KeyValuePair<string, object?> value)
        {
            if (value.Value is CommandEventData { Command: DbCommand command } && value.Key == RelationalEventId.CommandExecuting.Name) sent.Enqueue((command.Connection!.DataSource, command.CommandText));
        }

        public void OnCompleted() { }
        public void OnError(Exception error) { }

        public void Dispose()
        {
            foreach (var subscription in subscriptions) subscription.Dispose();
        }
    }
}

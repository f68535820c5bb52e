using Kabinet.Web.Tests.Starting;
using Xunit;

namespace Kabinet.Web.Tests.Commands;

public sealed class RestoreCommandTests : IDisposable
{
    private readonly DataFolder now = new(), then = new();

    [Fact]
    public async Task The_database_before_is_kept_and_its_last_commits_with_it()
    {
        var backup = await BackUpAsync("then");
        await now.FillAsync("now", Cancel);
        // A server that was killed leaves its last commits beside the database.
        using (var server = Application.Start("serve", "--data", now.Path, "--urls", "http://127.0.0.1:0"))
        {
            await server.ReadToAsync("Kabinet is running", Cancel);
            await now.ExecuteAsync("UPDATE companies SET slug = 'changed'", Cancel);
            server.Kill();
            await server.WaitForExitAsync(Cancel);
        }

        var refused = await RestoreAsync(backup);
        Assert.Equal((1, $"Kabinet: there is a database in {now.Path}; replace it with --force, it is kept beside\n"), (refused.ExitCode, refused.Errors));
        var run = await RestoreAsync(backup, "--force");

        Assert.Equal((0, ""), (run.ExitCode, run.Errors));
        Assert.Equal(["then"], await now.SlugsAsync(Cancel));
        var kept = Assert.Single(now.Files, file => file!.StartsWith("kabinet.db.before-restore-", StringComparison.Ordinal))!;
        File.Move(now.At(kept), now.At("kabinet.db"), overwrite: true);
        Assert.Equal(["changed"], await now.SlugsAsync(Cancel));
    }

    [Fact]
    public async Task While_the_server_runs_it_is_refused()
    {
        var backup = await BackUpAsync("then");
        await now.FillAsync("now", Cancel);
        using (var server = Application.Start("serve", "--data", now.Path, "--urls", "http://127.0.0.1:0"))
        {
            await server.ReadToAsync("Kabinet is running", Cancel);

            var run = await RestoreAsync(backup, "--force");

            Assert.Equal((1, $"Kabinet: the data folder {now.Path} is in use; stop the server, and what else works on it, first\n"), (run.ExitCode, run.Errors));
        }
        Assert.Equal(["now"], await now.SlugsAsync(Cancel));
    }

    [Theory]
    [InlineData("INSERT INTO \"__EFMigrationsHistory\" VALUES ('29991231235959_Teleport', '99')", "is from a newer version of Kabinet, which has 29991231235959_Teleport")]
    [InlineData("DROP TABLE occupied_ranges", "is no backup of Kabinet")]
    [InlineData("PRAGMA application_id = 12345", "is no backup of Kabinet")]
    public async Task What_is_no_backup_of_this_version_is_refused(string change, string said)
    {
        await then.FillAsync("then", Cancel);
        await then.ExecuteAsync(change, Cancel);

        await RefusedAsync(then.At("kabinet.db"), said);
    }

    [Fact]
    public async Task What_is_damaged_or_no_database_at_all_is_refused()
    {
        var backup = await BackUpAsync("then");
        var bytes = await File.ReadAllBytesAsync(backup, Cancel);
        await File.WriteAllBytesAsync(then.At("cut.db"), bytes[..(bytes.Length / 2)], Cancel);
        bytes.AsSpan(bytes.Length / 3, 20_000).Fill(0x5a);
        await File.WriteAllBytesAsync(then.At("scratched.db"), bytes, Cancel);
        await File.WriteAllTextAsync(then.At("text.db"), "backup", Cancel);

        await RefusedAsync(then.At("cut.db"), "is damaged");
        await RefusedAsync(then.At("scratched.db"), "is damaged");
        await RefusedAsync(then.At("text.db"), "it is no SQLite database");
        await RefusedAsync(then.At("missing.db"), "there is no file");
    }

    [Fact]
    public async Task A_damaged_database_can_be_replaced()
    {
        var backup = await BackUpAsync("then");
        await File.WriteAllTextAsync(now.At("kabinet.db"), "no database any more", Cancel);
        await File.WriteAllTextAsync(now.At("kabinet.db-wal"), "of another one", Cancel);

        var run = await RestoreAsync(backup, "--force");

        Assert.Equal((0, ""), (run.ExitCode, run.Errors));
        Assert.Equal(["then"], await now.SlugsAsync(Cancel));
    }

    [Fact]
    public async Task Killed_at_any_moment_it_leaves_the_old_database_or_the_new_one()
    {
        var backup = await BackUpAsync("then");
        await now.FillAsync("now", Cancel);
        var found = "now";
        for (var delay = 100; delay <= 700; delay += 100)
        {
            using (var restore = Application.Start("restore", backup, "--data", now.Path, "--force"))
            {
                await Task.Delay(delay, Cancel);
                restore.Kill();
                await restore.WaitForExitAsync(Cancel);
            }
            var slug = Assert.Single(await now.SlugsAsync(Cancel));
            Assert.Contains(slug, new[] { found, "then" });
            found = slug;
        }
        Assert.Equal(0, (await RestoreAsync(backup, "--force")).ExitCode);
        Assert.Equal(["then"], await now.SlugsAsync(Cancel));
        Assert.DoesNotContain(now.Files, file => file!.Contains("restoring", StringComparison.Ordinal));
    }

    public void Dispose()
    {
        now.Dispose();
        then.Dispose();
    }

    private async Task<string> BackUpAsync(string slug)
    {
        await then.FillAsync(slug, Cancel);
        Assert.Equal(0, (await Application.RunAsync(["backup", then.At("backup.db"), "--data", then.Path], Cancel)).ExitCode);
        return then.At("backup.db");
    }

    private Task<Application.Run> RestoreAsync(string file, params string[] more) => Application.RunAsync(["restore", file, "--data", now.Path, .. more], Cancel);

    private async Task RefusedAsync(string file, string said)
    {
        if (!File.Exists(now.At("kabinet.db"))) await now.FillAsync("now", Cancel);
        var run = await RestoreAsync(file, "--force");
        Assert.Equal((1, ""), (run.ExitCode, run.Output));
        Assert.Contains(said, Assert.Single(run.Errors.Split('\n', StringSplitOptions.RemoveEmptyEntries)), StringComparison.Ordinal);
        Assert.Equal(["now"], await now.SlugsAsync(Cancel));
        Assert.DoesNotContain(now.Files, name => name!.Contains("restor", StringComparison.Ordinal));
    }

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;
}

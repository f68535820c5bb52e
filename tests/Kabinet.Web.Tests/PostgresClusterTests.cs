using Npgsql;
using Xunit;

namespace Kabinet.Web.Tests;

public class PostgresClusterTests(PostgresCluster postgres)
{
    [Fact]
    public async Task Databases_of_the_same_name_are_separate()
    {
        var first = await postgres.CreateDatabaseAsync("bookings");
        var second = await postgres.CreateDatabaseAsync("bookings");

        await ExecuteAsync(first, "CREATE TABLE only_here (id int)");

        Assert.Equal(1L, await ExecuteAsync(first, "SELECT count(*) FROM pg_tables WHERE tablename = 'only_here'"));
        Assert.Equal(0L, await ExecuteAsync(second, "SELECT count(*) FROM pg_tables WHERE tablename = 'only_here'"));
    }

    [Fact]
    public async Task The_server_can_exclude_overlaps_and_knows_Cyrillic()
    {
        var database = await postgres.CreateDatabaseAsync("abilities");

        await ExecuteAsync(database, "CREATE EXTENSION btree_gist");

        Assert.Equal("мария", await ExecuteAsync(database, "SELECT lower('МАРИЯ')"));
    }

    [Fact]
    public async Task A_disposed_cluster_is_gone()
    {
        string database;
        await using (var cluster = new PostgresCluster())
        {
            database = await cluster.CreateDatabaseAsync("short_lived");
        }

        Assert.False(Directory.Exists(new NpgsqlConnectionStringBuilder(database).Host));
    }

    private static async Task<object?> ExecuteAsync(string connectionString, string sql)
    {
        await using var connection = new NpgsqlConnection(connectionString);
        await connection.OpenAsync(TestContext.Current.CancellationToken);
        await using var command = new NpgsqlCommand(sql, connection);
        return await command.ExecuteScalarAsync(TestContext.Current.CancellationToken);
    }
}

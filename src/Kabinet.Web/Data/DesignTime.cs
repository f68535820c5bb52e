using Microsoft.EntityFrameworkCore.Design;

namespace Kabinet.Data;

/// <summary>For `dotnet ef`, which needs a context but no database.</summary>
internal sealed class SqliteAtDesignTime : IDesignTimeDbContextFactory<SqliteAppDb>
{
    public SqliteAppDb CreateDbContext(string[] args)
    {
        using var databases = new Databases(DatabaseChoice.Sqlite("."));
        return (SqliteAppDb)databases.Open();
    }
}

internal sealed class PostgresAtDesignTime : IDesignTimeDbContextFactory<PostgresAppDb>
{
    public PostgresAppDb CreateDbContext(string[] args)
    {
        using var databases = new Databases(DatabaseChoice.Postgres("Host=localhost"));
        return (PostgresAppDb)databases.Open();
    }
}

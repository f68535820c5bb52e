using Microsoft.AspNetCore.Connections;
using Microsoft.Data.Sqlite;
using Npgsql;

namespace Kabinet.Starting;

/// <summary>A start that failed by something which the one who starts can put right: a line says what, no stack trace.</summary>
internal sealed class StartException(string message, Exception? cause = null) : Exception(message, cause)
{
    /// <summary>Null: it is a bug.</summary>
    public static string? Explain(Exception exception) => exception switch
    {
        StartException => exception.Message,
        IOException { InnerException: AddressInUseException } => $"{exception.Message.TrimEnd('.')}; choose another with --urls",
        SqliteException => $"cannot open the database in the data folder: {exception.Message}",
        NpgsqlException => $"cannot use the database given with --database: {exception.Message.ReplaceLineEndings(" ")}",
        ArgumentException { Source: "Npgsql" } => $"--database is no connection string of PostgreSQL: {exception.Message}",
        _ => null,
    };
}

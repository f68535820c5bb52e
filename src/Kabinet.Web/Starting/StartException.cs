using Microsoft.AspNetCore.Connections;
using Microsoft.Data.Sqlite;
using Npgsql;

namespace Kabinet.Starting;

/// <summary>A start that failed by something which the one who starts can put right: a line says what, no stack trace.</summary>
internal sealed class StartException(string message, Exception? cause = null) : Exception(message, cause)
{
    /// <summary>SQLite's codes of what only we can have done wrong.</summary>
    private const int ErrorInStatement = 1, Constraint = 19;

    /// <summary>Null: it is a bug.</summary>
    public static string? Explain(Exception exception) => exception switch
    {
        StartException => exception.Message,
        IOException { InnerException: AddressInUseException } => $"{exception.Message.TrimEnd('.')}; choose another with --urls",
        SqliteException { SqliteErrorCode: not (ErrorInStatement or Constraint) } => $"cannot use the database in the data folder: {exception.Message.ReplaceLineEndings(" ")}",
        NpgsqlException => $"cannot use the database given with --database: {exception.Message.ReplaceLineEndings(" ")}",
        // EF's word for a connection that fails outside its own transactions.
        InvalidOperationException { InnerException: NpgsqlException inner } => Explain(inner),
        ArgumentException { Source: "Npgsql" } => $"--database is no connection string of PostgreSQL: {exception.Message}",
        _ => null,
    };
}

using System.Data.Common;
using System.Globalization;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Metadata;
using Microsoft.EntityFrameworkCore.Storage;

namespace Kabinet.Data;

/// <summary>
/// Writes very many new rows inside the context's transaction: the same columns and conversions as <see cref="DbContext.SaveChanges()"/>, by
/// prepared statements and without tracking. An import takes a third of the time.
/// </summary>
internal sealed class RowWriter(AppDb db) : IAsyncDisposable
{
    /// <summary>
    /// Rows of one statement: one on SQLite, which looks each parameter up by its name among all; many on PostgreSQL, where each statement is
    /// a journey.
    /// </summary>
    private readonly int atOnce = db.Database.IsSqlite() ? 1 : 32;

    private readonly Dictionary<(Type Type, int Count), Statement> statements = [];

    /// <summary>Type by type, in the order in which each first occurs: what refers to a row has to come after it.</summary>
    public async Task WriteAsync(IEnumerable<object> rows, CancellationToken cancel)
    {
        foreach (var ofType in rows.GroupBy(row => row.GetType()))
        {
            foreach (var some in ofType.Chunk(atOnce))
            {
                if (!statements.TryGetValue((ofType.Key, some.Length), out var statement))
                    statements[(ofType.Key, some.Length)] = statement = await Statement.PrepareAsync(db, ofType.Key, some.Length, cancel);
                await statement.RunAsync(some, cancel);
            }
        }
    }

    public async ValueTask DisposeAsync()
    {
        foreach (var statement in statements.Values) await statement.DisposeAsync();
    }

    private sealed class Statement(DbCommand command, IReadOnlyList<Column> columns) : IAsyncDisposable
    {
        public static async Task<Statement> PrepareAsync(AppDb db, Type type, int count, CancellationToken cancel)
        {
            var entity = db.Model.FindEntityType(type) ?? throw new ArgumentException($"{type.Name} is not in the model", nameof(type));
            var table = StoreObjectIdentifier.Create(entity, StoreObjectType.Table)!.Value;
            List<Column> columns = [.. entity.GetFlattenedProperties().Select(property => new Column(property, property.GetColumnName(table)!))];
            var command = db.Database.GetDbConnection().CreateCommand();
            command.Transaction = db.Database.CurrentTransaction?.GetDbTransaction() ?? throw new InvalidOperationException("Rows are written inside a transaction");
            var quote = db.GetService<ISqlGenerationHelper>();
            var rows = Enumerable.Range(0, count).Select(row => $"({string.Join(", ", columns.Select((column, i) => column.AddParameter(command, (row * columns.Count) + i)))})");
            var names = string.Join(", ", columns.Select(column => quote.DelimitIdentifier(column.Name)));
            command.CommandText = $"INSERT INTO {quote.DelimitIdentifier(table.Name, table.Schema)} ({names}) VALUES {string.Join(", ", rows)}";
            await command.PrepareAsync(cancel);
            return new Statement(command, columns);
        }

        public Task<int> RunAsync(object[] rows, CancellationToken cancel)
        {
            for (var row = 0; row < rows.Length; row++)
                for (var i = 0; i < columns.Count; i++)
                    command.Parameters[(row * columns.Count) + i].Value = columns[i].Value(rows[row]);
            return command.ExecuteNonQueryAsync(cancel);
        }

        public ValueTask DisposeAsync() => command.DisposeAsync();
    }

    private sealed class Column(IProperty property, string name)
    {
        private readonly RelationalTypeMapping mapping = property.GetRelationalTypeMapping();

        public string Name => name;

        public object Value(object row)
        {
            var value = property.GetGetter().GetClrValueUsingContainingEntity(row);
            return (mapping.Converter is { } converter && value is not null ? converter.ConvertToProvider(value) : value) ?? DBNull.Value;
        }

        /// <summary>Of the column's type; the value comes later. Its place holder.</summary>
        public string AddParameter(DbCommand command, int number)
        {
            var parameter = mapping.CreateParameter(command, "p" + number.ToString(CultureInfo.InvariantCulture), null, property.IsNullable);
            command.Parameters.Add(parameter);
            return "@" + parameter.ParameterName;
        }
    }
}

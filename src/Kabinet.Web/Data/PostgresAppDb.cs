using Microsoft.EntityFrameworkCore;

namespace Kabinet.Data;

/// <summary>The store for many nodes. NodaTime's types map to timestamptz and date.</summary>
public sealed class PostgresAppDb(DbContextOptions<PostgresAppDb> options) : AppDb(options);

using Kabinet.Data;
using Kabinet.OnlineBooking;

var builder = WebApplication.CreateBuilder(args);
builder.Services.AddData(builder.Configuration["database"] is { } connection
    ? DatabaseChoice.Postgres(connection)
    : DatabaseChoice.Sqlite(builder.Configuration["data"] ?? "data"));
builder.Services.AddOnlineBooking();

var app = builder.Build();
await app.Services.GetRequiredService<StartUp>().RunAsync();
await app.RunAsync();

public sealed partial class Program;

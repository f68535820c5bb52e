using Kabinet.Cabinet;
using Kabinet.Data;
using Kabinet.OnlineBooking;

var builder = WebApplication.CreateBuilder(args);
builder.WebHost.UseStaticWebAssets();
builder.Services.AddData(builder.Configuration["database"] is { } connection
    ? DatabaseChoice.Postgres(connection)
    : DatabaseChoice.Sqlite(builder.Configuration["data"] ?? "data"));
builder.Services.AddOnlineBooking();
builder.Services.AddCabinet();

var app = builder.Build();
await app.Services.GetRequiredService<StartUp>().RunAsync();
app.UseResponseCompression();
app.UseCabinet();
app.MapStaticAssets();
app.MapCabinet();
await app.RunAsync();

public sealed partial class Program;

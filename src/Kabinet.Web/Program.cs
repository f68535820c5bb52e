using Kabinet.Api;
using Kabinet.Cabinet;
using Kabinet.Data;
using Kabinet.Notifications;
using Kabinet.OnlineBooking;
using Kabinet.Shell;
using Kabinet.Staff;
using Kabinet.Starting;

try
{
    var builder = WebApplication.CreateBuilder(StartOptions.Read(args));
    var speakUp = builder.Logging.HushUntilStarted();
    builder.WebHost.UseStaticWebAssets();
    builder.Services.AddData(builder.Configuration.Database());
    builder.Services.AddOnlineBooking();
    builder.Services.AddNotifications();
    builder.Services.AddCabinet();
    builder.Services.AddStaff();
    builder.Services.AddOffice();
    builder.Services.AddApi(builder.Configuration);

    var app = builder.Build();
    await app.PrepareAsync();
    app.UseResponseCompression();
    app.UseCabinet();
    app.UseApi();
    app.MapStaticAssets();
    app.MapCabinet();
    app.MapOffice();
    app.MapApi();
    await app.StartAsync();
    speakUp();
    await app.SayWhereAsync();
    await app.WaitForShutdownAsync();
    return 0;
}
catch (Exception exception) when (StartException.Explain(exception) is { } line)
{
    await Console.Error.WriteLineAsync($"Kabinet: {line}");
    return 1;
}

public sealed partial class Program;

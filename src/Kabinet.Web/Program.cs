using Kabinet.Api;
using Kabinet.Cabinet;
using Kabinet.Commands;
using Kabinet.Companies;
using Kabinet.Data;
using Kabinet.Notifications;
using Kabinet.OnlineBooking;
using Kabinet.Shell;
using Kabinet.Staff;
using Kabinet.Starting;

return await CommandLine.RunAsync(args, ServeAsync);

static async Task ServeAsync(string[] settings)
{
    var builder = WebApplication.CreateBuilder(StartOptions.OfWeb(settings));
    var speakUp = builder.Logging.HushUntilStarted();
    builder.WebHost.UseStaticWebAssets();
    var database = builder.Configuration.Database();
    using var inUse = FolderLock.Share(database);
    builder.Services.AddData(database);
    builder.Services.AddOnlineBooking(builder.Configuration.CompaniesInMemory());
    builder.Services.AddNotifications(MailOptions.Server(builder.Configuration));
    builder.Services.AddCabinet();
    builder.Services.AddStaff();
    builder.Services.AddStaffLetters(MailOptions.PublicAddress(builder.Configuration));
    builder.Services.AddCompanies(builder.Configuration.CompanyCreators(), builder.Configuration.CompanyTriesPerHour());
    builder.Services.AddOffice();
    builder.Services.AddRequestLimits(builder.Configuration);
    builder.Services.AddApi();

    var app = builder.Build();
    await app.PrepareAsync();
    app.UseResponseCompression();
    app.UseCabinet();
    app.UseApi();
    app.MapStaticAssets();
    app.MapCabinet();
    app.MapCompanies();
    app.MapOffice();
    app.MapApi();
    await app.StartAsync();
    speakUp();
    await app.SayWhereAsync();
    await app.WaitForShutdownAsync();
}

public sealed partial class Program;

using Kabinet.Customers;
using Kabinet.Data;
using Kabinet.Staff;
using Microsoft.EntityFrameworkCore;
using NodaTime;

namespace Kabinet.Notifications;

/// <summary>Once an hour, of every company: what serves nobody any more is no longer kept: codes that were sent, with the phones they were for, and browsers that will not come back.</summary>
public sealed class Forgetting(Databases databases, IClock clock, TimeProvider time, ILogger<Forgetting> log) : BackgroundService
{
    private static readonly TimeSpan Between = TimeSpan.FromHours(1);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(Between, time);
        while (await timer.WaitForNextTickAsync(stoppingToken))
        {
            try
            {
                await ForgetAsync(stoppingToken);
            }
            catch (Exception exception) when (!stoppingToken.IsCancellationRequested)
            {
                log.LogError(exception, "What is to be forgotten could not be; tried again in an hour");
            }
        }
    }

    internal async Task ForgetAsync(CancellationToken cancel)
    {
        var now = clock.GetCurrentInstant();
        var (expired, uncounted, unseen) = (now - SignInCode.Lifetime, now - RequestCode.Window, now - Devices.Unseen);
        using var gate = await databases.EnterWriteGateAsync(cancel);
        await using var db = databases.Open();
        // One that is still to go out is left alone: the outbox withdraws it first.
        await db.OutboxMessages.IgnoreQueryFilters([AppDb.OfCompany])
            .Where(message => message.Kind == MessageKind.SignInCode && message.Text != "" && message.Created <= expired && (message.Sent != null || message.Withdrawn != null))
            .ExecuteUpdateAsync(set => set.SetProperty(message => message.Text, ""), cancel);
        await db.SignInCodes.IgnoreQueryFilters([AppDb.OfCompany]).Where(code => code.Created <= uncounted).ExecuteDeleteAsync(cancel);
        await db.ClientDevices.IgnoreQueryFilters([AppDb.OfCompany]).Where(device => device.Seen <= unseen).ExecuteDeleteAsync(cancel);
        var expiredSignIn = now - StaffDevices.Unseen;
        await db.StaffDevices.Where(device => device.Seen <= expiredSignIn).ExecuteDeleteAsync(cancel);
    }
}

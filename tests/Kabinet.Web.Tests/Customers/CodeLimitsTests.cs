using Kabinet.Customers;
using Kabinet.OnlineBooking;
using Xunit;

namespace Kabinet.Web.Tests.Customers;

public class CodeLimitsTests(PostgresCluster postgres)
{
    [Theory, OnBothDatabases]
    public async Task One_browser_gets_five_codes_in_a_quarter_of_an_hour_whatever_phones_it_types(Store store)
    {
        await using var salon = await Salon.OpenAsync(store, postgres);
        var maria = Salon.Client();

        Assert.Equal([null, null, null, null, null, RefusalReason.TooManyCodes], await AskAsync(salon, 6, _ => maria));
        salon.Clock.Advance(RequestCode.Window.ToTimeSpan());
        Assert.Equal([null], await AskAsync(salon, 1, _ => maria));
    }

    [Theory, OnBothDatabases]
    public async Task One_address_gets_twenty_whatever_browsers_come_from_it(Store store)
    {
        await using var salon = await Salon.OpenAsync(store, postgres);

        var answers = await AskAsync(salon, 21, _ => Salon.Client());

        Assert.Equal([.. Enumerable.Repeat<RefusalReason?>(null, 20), RefusalReason.TooManyCodes], answers);
        Assert.Equal([null], await AskAsync(salon, 1, _ => Salon.Client() with { Address = "198.51.100.4" }));
    }

    [Theory, OnBothDatabases]
    public async Task Asked_for_at_once_from_many_browsers_a_phone_still_gets_three(Store store)
    {
        await using var salon = await Salon.OpenAsync(store, postgres);
        var request = salon.Use<RequestCode>();

        var answers = await Task.WhenAll(Enumerable.Range(0, 10).Select(_ => Task.Run(() => request.RunAsync(salon.Company.Id, "8 916 123-45-67", Salon.Client(), cancel: Cancel), Cancel)));

        Assert.Equal(RequestCode.PerPhone, answers.Count(answer => !answer.IsRefused));
    }

    /// <summary>Each for another phone.</summary>
    private static async Task<List<RefusalReason?>> AskAsync(Salon salon, int count, Func<int, Visitor> visitor)
    {
        List<RefusalReason?> answers = [];
        for (var i = 0; i < count; i++)
        {
            var answer = await salon.Use<RequestCode>().RunAsync(salon.Company.Id, $"+7916123{4000 + i}", visitor(i), cancel: Cancel);
            answers.Add(answer.IsRefused ? answer.Refusals[0].Reason : null);
        }
        return answers;
    }

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;
}

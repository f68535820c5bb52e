using Kabinet.WorkOrders;
using NodaTime;
using Xunit;

namespace Kabinet.Web.Tests.WorkOrders;

public class WorkOrderFilterTests
{
    [Fact]
    public void A_filter_survives_its_address()
    {
        var filter = new WorkOrderFilter
        {
            View = OrderView.InProgress,
            Search = "Мария & Ко",
            CustomerId = 7,
            StateId = 2,
            ResourceId = 3,
            ServiceId = 4,
            From = new LocalDate(2026, 3, 2),
            To = new LocalDate(2026, 3, 9),
            Actuality = Actuality.NotClosed,
            Payment = PaymentLevel.Partly,
            Source = OrderSource.Staff,
            Sort = OrderColumn.Customer,
            IsDescending = false,
            Page = 3,
        };

        Assert.Equal(filter, WorkOrderFilter.Parse(filter.ToQuery()));
        Assert.Contains("view=in-progress", filter.ToQuery(), StringComparison.Ordinal);
    }

    [Fact]
    public void The_usual_list_has_a_bare_address() => Assert.Equal("", new WorkOrderFilter().ToQuery());

    [Theory]
    [InlineData("?view=nonsense&state=abc&from=31.12.2026&page=-4&sort=-")]
    [InlineData("?page=99999999999999&unknown=1")]
    [InlineData("?from=-9998-01-01&to=9999-12-31")]
    public void What_makes_no_sense_is_left_out(string query) => Assert.Equal(new WorkOrderFilter(), WorkOrderFilter.Parse(query));

    [Theory]
    [InlineData("8 (916) 123-45-67", "9161234567")]
    [InlineData("+7 916 123", "7916123")]
    [InlineData("№12 МАРИЯ", "№12,мария")]
    [InlineData("12", "12")]
    [InlineData("   ", "")]
    public void A_search_is_words_or_the_digits_of_a_phone(string typed, string words) => Assert.Equal(words, string.Join(',', SearchWords.Of(typed)));
}

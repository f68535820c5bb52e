using Kabinet.Exchange.Tables;
using Xunit;

namespace Kabinet.Web.Tests.Exchange.Tables;

public class ColumnMappingTests
{
    private static readonly TableField Name = new("name", "Имя или название") { Headings = ["ФИО", "Name"], Parts = ["Имя", "Фамилия", "First name", "Last name"], Joint = " ", IsRequired = true };
    private static readonly TableField Phones = new("phone", "Телефоны") { Headings = ["Телефон", "Моб. телефон"], Joint = ", " };
    private static readonly TableField Birthday = new("birthday", "День рождения") { Headings = ["ДР", "Дата рождения"] };
    private static readonly TableField[] All = [Name, Phones, Birthday];

    [Theory]
    [InlineData("ФИО|Телефон|ДР", "name|phone|birthday")]
    [InlineData("фио|ТЕЛЕФОН (моб.)|Дата рождения, дд.мм.гггг", "name|phone|birthday")]
    [InlineData("First Name|Last Name|Phone", "name|name|")]
    [InlineData("Имя|ФИО", "|name")]
    [InlineData("Моб. телефон|Телефон|Name", "phone|phone|name")]
    [InlineData("ДР|Дата рождения|Дата регистрации", "birthday||")]
    public void Headings_are_recognised(string headings, string keys) =>
        Assert.Equal(keys, string.Join('|', ColumnMapping.Guess(All, headings.Split('|')).Fields.Select(field => field?.Key)));

    [Fact]
    public void Another_column_takes_the_field_over_where_only_one_can_be_it()
    {
        var mapping = ColumnMapping.Guess(All, ["ДР", "Дата"]).With(1, Birthday);

        Assert.Equal([null, Birthday], mapping.Fields);
        Assert.Equal([Phones, Phones], mapping.With(0, Phones).With(1, Phones).Fields);
        Assert.False(mapping.With(1, null).Has(Birthday));
    }

    [Fact]
    public void Several_columns_of_a_field_are_read_as_one()
    {
        var mapping = new ColumnMapping([Name, Phones, Name, Phones]);

        Assert.Equal(("Мария Ковалёва", "1, 2"), (mapping.Text(new(2, ["Мария", "1", "Ковалёва", "2"]), Name), mapping.Text(new(2, ["Мария", "1", "Ковалёва", "2"]), Phones)));
        Assert.Equal(("Мария", ""), (mapping.Text(new(2, ["Мария"]), Name), mapping.Text(new(2, ["Мария"]), Phones)));
    }

    [Fact]
    public void Above_the_headings_there_may_be_a_title()
    {
        using var table = Table.Open(Files.Text("Клиенты студии «Мята»;\n\nИмя;Телефон\nМария;1\n;\nПётр;2\nМария;1\n")).Value;

        var survey = TableSurvey.Of(table, "", All, TestContext.Current.CancellationToken).Value;

        Assert.Equal((3, 3), (survey.HeadRow, survey.RowCount));
        Assert.Equal(["Имя: Мария, Пётр", "Телефон: 1, 2"], survey.Columns.Select(column => $"{column.Heading}: {string.Join(", ", column.Samples)}"));
    }
}

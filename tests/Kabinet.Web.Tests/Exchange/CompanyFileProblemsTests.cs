using System.Text.Json.Nodes;
using Xunit;

namespace Kabinet.Web.Tests.Exchange;

/// <summary>What is wrong with a company file, and in which words at which place it is said.</summary>
public class CompanyFileProblemsTests
{
    [Fact]
    public void The_file_that_the_others_spoil_is_right() => Assert.Empty(Imported.Read(Imported.File()).Problems);

    [Theory]
    // The form.
    [InlineData("services[0].durations", "60", "services[0].durations: there is no such field. Did you mean \"duration\"?")]
    [InlineData("services[0].duration", null, "services[0].duration: this field is missing")]
    [InlineData("services[0].duration", "\"60\"", "services[0].duration: expected here: a whole number")]
    [InlineData("services", "{}", "services: expected here: a list [ ]")]
    [InlineData("company", null, "company: this field is missing")]
    [InlineData("workOrders[1].start", "\"3 March\"", "workOrders[1].start: expected here: a time, for example 2026-03-03T14:30 or 2026-03-03T14:30+03:00")]
    [InlineData("workOrders[1].customer", "2.5", "workOrders[1].customer: expected here: an id: a text or a whole number")]
    [InlineData("workOrders[1].source", "\"phone\"", "workOrders[1].source: expected here: cabinet, staff")]
    [InlineData("schedules[0].intervals[0]", "[\"10:00\"]", "schedules[0].intervals[0]: expected here: a start and a finish, for example [\"09:00\", \"18:00\"]")]
    // The settings.
    [InlineData("company.address", "\"Barber\"", "company.address: 'Barber' is no address: 2 to 40 small Latin letters, digits and inner hyphens")]
    [InlineData("company.name", "\" \"", "company.name: is empty")]
    [InlineData("company.timeZone", "\"Moscow\"", "company.timeZone: there is no time zone 'Moscow'; it is named as in Europe/Moscow")]
    [InlineData("company.about.phone", "\"12\"", "company.about.phone: '12' is no phone number")]
    [InlineData("company.about.otherPhones", "\"+7 3412 55-01-51 склад\\nсклад\"", "company.about.otherPhones: 'склад' does not begin with a phone number")]
    [InlineData("company.about.links", "\"javascript:alert(1) канал\"", "company.about.links: 'javascript:alert(1) канал' does not begin with a web address")]
    [InlineData("company.about.website", "\"javascript:alert(1)\"", "company.about.website: 'javascript:alert(1)' is no address: it begins with https:// or is a path of the site itself")]
    [InlineData("company.appearance.accent", "\"red\"", "company.appearance.accent: 'red' is no colour: # and six hexadecimal digits")]
    [InlineData("company.appearance.logoSvg", "\"<svg viewBox='0 0 1 1'><script>alert(1)</script></svg>\"", "company.appearance.logoSvg: is no plain SVG drawing: paths and shapes in flat colours, with a viewBox")]
    [InlineData("company.onlineBooking.step", "0", "company.onlineBooking.step: expected 1 to 1440, found 0")]
    [InlineData("company.onlineBooking.dayFrom", "\"18:00\"", "company.onlineBooking.eveningFrom: the evening begins before the day")]
    [InlineData("company.onlineBooking.arrivalState", "\"new\"", "company.onlineBooking.arrivalState: there is no order state 'new'")]
    // The catalogue.
    [InlineData("resourceKinds", """[ { "id": 1, "name": "a" }, { "id": "1", "name": "b" } ]""", "resourceKinds[1].id: '1' is the id of resourceKinds[0] already")]
    [InlineData("resources[0].capacity", "0", "resources[0].capacity: expected 1 to 1000, found 0")]
    [InlineData("resources[0].schedule", "2", "resources[0].schedule: there is no schedule '2'; did you mean '1'?")]
    [InlineData("resources[0].kinds", "[\"chair\"]", "resources[0].kinds[0]: there is no kind of resource 'chair'")]
    [InlineData("schedules[0].intervals", null, "schedules[0].intervals: is missing: a fiveDay schedule has it")]
    [InlineData("schedules[0].cycle", "[[]]", "schedules[0].cycle: a fiveDay schedule has none")]
    [InlineData("schedules[0]", """{ "id": 1, "name": "a", "kind": "weekly", "days": { "mon": [] } }""", "schedules[0].days.mon: is no day of the week: monday, tuesday, wednesday, thursday, friday, saturday, sunday")]
    [InlineData("schedules[0]", """{ "id": 1, "name": "a", "kind": "calendar", "days": { "2 March": [] } }""", "schedules[0].days.2 March: is no date such as 2026-03-02")]
    [InlineData("schedules[0]", """{ "id": 1, "name": "a", "kind": "calendar", "days": { }, "offOnHolidays": true }""", "schedules[0].offOnHolidays: a calendar schedule says of each date itself")]
    [InlineData("schedules[0]", """{ "id": 1, "name": "a", "kind": "shift", "start": "2026-03-02", "cycle": [] }""", "schedules[0].cycle: has no day")]
    [InlineData("deviations", """[ { "resource": "boris", "date": "2026-03-04", "intervals": [] }, { "resource": "boris", "date": "2026-03-04", "intervals": [] } ]""", "deviations[1]: resource 'boris' has a deviation on that day already")]
    [InlineData("services[0].performers", "[\"boris\", \"boriss\"]", "services[0].performers[1]: there is no resource 'boriss'; did you mean 'boris'?")]
    [InlineData("services[0].performers", "[\"boris\", \"boris\"]", "services[0].performers[1]: resource 'boris' stands twice")]
    [InlineData("services[0].price", "-1", "services[0].price: expected 0 to 1000000000 rubles, found -1")]
    [InlineData("services[0].price", "10.005", "services[0].price: 10.005 rubles are no whole kopecks")]
    [InlineData("orderStates", """[ { "id": 1, "name": "a", "status": "open", "color": "#ffffff" }, { "id": 2, "name": "b", "status": "inProgress", "color": "#ffffff" }, { "id": 3, "name": "c", "status": "completed", "color": "#ffffff" } ]""", "orderStates: there is none with the status cancelled; leave the list out to have the usual ones")]
    // Customers.
    [InlineData("customers[1].phone", "\"+7 (916) 123-45-67\"", "customers[1].phone: +79161234567 is the phone of customers[0] already")]
    [InlineData("customers[1].email", "\"peter\"", "customers[1].email: 'peter' is no e-mail address")]
    [InlineData("customers[1].created", "\"2026-03-02T09:01\"", "customers[1].created: is in the future")]
    // Work orders.
    [InlineData("workOrders[1].services[0]", "\"s99\"", "workOrders[1].services[0]: there is no service 's99'")]
    [InlineData("workOrders[1].services", "[]", "workOrders[1].services: expected 1 to 50 services, found 0")]
    [InlineData("workOrders[1].works", """[ { "service": "cut" } ]""", "workOrders[1].works: the services are given already: give one of the two")]
    [InlineData("workOrders[1].finish", "\"2026-03-03T12:00\"", "workOrders[1].finish: is not after the start")]
    [InlineData("workOrders[1].start", "\"2026-03-03T12:00:30\"", "workOrders[1].start: is no whole minute")]
    [InlineData("workOrders[1].start", "\"9999-03-03T12:00\"", "workOrders[1].start: the year 9999 is out of this world")]
    [InlineData("workOrders[1].state", "\"new\"", "workOrders[1].state: there is no order state 'new'")]
    [InlineData("workOrders[1].cancelReason", "\"Болезнь\"", "workOrders[1].cancelReason: the order is not cancelled")]
    [InlineData("workOrders[1].closed", "\"2026-03-01T12:00\"", "workOrders[1].closed: the order is not closed")]
    [InlineData("workOrders[1].companions", "[\"boris\"]", "workOrders[1].companions: resource 'boris' serves already")]
    [InlineData("workOrders[1].remindBefore", "60", "workOrders[1].remindBefore: customer '2' has no phone to remind by")]
    [InlineData("workOrders[0].remindBefore", "61", "workOrders[0].remindBefore: expected one of 30, 60, 120, 180, 1440, 2880 minutes, found 61")]
    [InlineData("workOrders[1].payments", """[ { "sum": 0, "at": "2026-03-01T12:00" } ]""", "workOrders[1].payments[0].sum: is nothing")]
    [InlineData("workOrders[1].start", "\"2026-03-03T11:05\"", "workOrders[1]: overlaps workOrders[0] at resource 'boris', buffers included")]
    public void A_problem_is_named_at_its_place(string path, string? json, string problem) =>
        Assert.Equal([problem], Imported.Read(Imported.With(path, json)).Problems);

    [Fact]
    public void Problems_of_form_and_of_meaning_are_listed_together()
    {
        var file = Imported.With("services[0].durations", "60");
        file["company"]!["timeZone"] = 3;
        file["customers"]![0]!["phone"] = "many";
        file["workOrders"]![0]!["services"]![0] = "s99";
        file["workOrders"]![1]!["resource"] = false;
        file["workOrders"]!.AsArray().Add("an order");

        Assert.Equal(
            [
                "company.timeZone: expected here: a text",
                "services[0].durations: there is no such field. Did you mean \"duration\"?",
                "workOrders[1].resource: expected here: an id: a text or a whole number",
                "workOrders[2]: expected here: an object { }",
                "customers[0].phone: 'many' is no phone number",
                "workOrders[0].services[0]: there is no service 's99'",
            ],
            Imported.Read(file).Problems);
    }

    [Fact]
    public void An_overlap_is_found_beside_other_problems()
    {
        var file = Imported.With("workOrders[1].start", "\"2026-03-03T10:30\"");
        file["workOrders"]![0]!["id"] = "A-1";
        file["workOrders"]![1]!["id"] = "A-2";
        file["workOrders"]![1]!["commment"] = "поздно";

        Assert.Equal(
            [
                "workOrders[1].commment: there is no such field. Did you mean \"comment\"?",
                "workOrders[1]: 'A-2' overlaps workOrders[0] ('A-1') at resource 'boris', buffers included",
            ],
            Imported.Read(file).Problems);
    }

    [Fact]
    public void One_too_many_for_a_resource_that_takes_several_names_the_others()
    {
        var file = Imported.File();
        file["workOrders"] = new JsonArray([.. Enumerable.Range(0, 4).Select(i => new JsonObject
        {
            ["customer"] = 2,
            ["resource"] = "hall",
            ["start"] = $"2026-03-03T1{i}:00",
            ["finish"] = "2026-03-03T14:00",
            ["services"] = new JsonArray("cut"),
            ["status"] = i == 1 ? "cancelled" : "open",
        })]);

        Assert.Equal(["workOrders[3]: is one too many for resource 'hall', which takes 2 at a time: workOrders[0], workOrders[2]"], Imported.Read(file).Problems);
    }

    [Theory]
    [InlineData("2026-03-29T02:30", "workOrders[0].start: the clock skips this time in Europe/Berlin")]
    [InlineData("2026-10-25T02:30", null)]
    [InlineData("2026-10-25T02:30+01:00", null)]
    public void Times_are_those_of_the_companys_clock(string start, string? problem)
    {
        var file = Imported.With("company.timeZone", "\"Europe/Berlin\"");
        file["workOrders"]![0]!["start"] = start;

        Assert.Equal(problem is null ? [] : [problem], Imported.Read(file).Problems);
    }

    [Theory]
    [InlineData("", "this is no JSON: the error is at line and column 1:1")]
    [InlineData("[1]", "expected here: an object { }")]
    [InlineData("{\"company\":", "this is no JSON: the error is at line and column 1:12")]
    public void What_is_no_company_file_at_all_is_one_problem(string text, string problem)
    {
        Kabinet.Exchange.Import.ImportCompany.Read(System.Text.Encoding.UTF8.GetBytes(text), Imported.Now, out var problems);

        Assert.Equal([problem], problems.Select(one => one.ToString()));
    }
}

using Kabinet.Customers;
using Kabinet.Staff;

namespace Kabinet.Api;

/// <param name="Page">From 1.</param>
/// <param name="Pages">How many there are; a page past the last has no customers.</param>
/// <param name="Count">Of all customers that were asked for.</param>
public sealed record CustomersAnswer(IReadOnlyList<CustomerAnswer> Customers, int Page, int Pages, int Count);

/// <param name="Phone">E.164, the main one; null: none is known.</param>
/// <param name="OtherPhones">E.164.</param>
/// <param name="Notes">Of the staff.</param>
/// <param name="Source">Where he heard of the company; empty: not known.</param>
/// <param name="IsBlackListed">true: having proved one of his phones, he books nothing online.</param>
public sealed record CustomerAnswer(
    int Id, string Name, string? Phone, string? Email, DateTimeOffset Created, IReadOnlyList<string> OtherPhones, DateOnly? Birthday,
    IReadOnlyList<string> Tags, string Notes, string Source, bool IsBlackListed)
{
    internal static CustomerAnswer Of(Customer customer, ApiCall call) => new(
        customer.Id, customer.Name, customer.Phone, customer.Email, call.Moment(customer.Created), [.. customer.Phones.Skip(1).Select(phone => phone.Number)],
        customer.Birthday?.ToDateOnly(), [.. customer.Tags], customer.Notes, customer.Source, customer.IsBlackListed);
}

internal static class CustomerEndpoints
{
    private const string Tag = "customers";

    public static void MapCustomers(this IEndpointRouteBuilder api)
    {
        api.MapGet("/customers", ListAsync)
            .WithName("listCustomers").WithTags(Tag).WithSummary("The company's customers, by name").WithDescription("Fifty on a page.")
            .Takes("q", "Words of the name or the e-mail, or any part of a phone.").Takes("phone", "The whole phone, in any usual form.").Takes("tag", "A tag.")
            .Takes("source", "Where they heard of the company.").Takes("page", "From 1.", "integer")
            .TakesKey(ApiAccess.ReadCustomers).Answers<CustomersAnswer>();
        api.MapGet("/customers/{id:int}", FindAsync)
            .WithName("getCustomer").WithTags(Tag).WithSummary("A customer").WithDescription("As the company's base has him. A card that was merged into another is answered 307 with that one.")
            .TakesKey(ApiAccess.ReadCustomers).Answers<CustomerAnswer>();
        api.MapPost("/customers", CreateAsync)
            .WithName("createCustomer").WithTags(Tag).WithSummary("A new customer").WithDescription("A phone that another customer has is 409.")
            .TakesKey(ApiAccess.WriteCustomers).TakesBody<CustomerRequest>().Answers<CustomerAnswer>(201, [409, 422]);
        api.MapPatch("/customers/{id:int}", ChangeAsync)
            .WithName("changeCustomer").WithTags(Tag).WithSummary("Changes the card of a customer")
            .WithDescription("What is left out stays. Work orders keep what they were booked with. Who proved the former phone in the cabinet no longer sees this customer's bookings.")
            .TakesKey(ApiAccess.WriteCustomers).TakesBody<CustomerChangeRequest>().Answers<CustomerAnswer>(409, 422);
    }

    private static async Task<IResult> ListAsync(ApiCall call, ApiCallers callers, CustomerList list)
    {
        var (caller, problem) = await callers.WithAsync(call, ApiAccess.ReadCustomers);
        if (caller is null) return problem!;
        var query = new ApiQuery(call, "q", "phone", "tag", "source", "page");
        var (search, typed, number) = (query.Search("q"), query.One("phone"), query.Page("page"));
        var phone = Phones.Normalise(typed);
        if (typed is not null && phone is null) query.Refuse("phone", "Нужен телефон, например +79161234567.");
        var filter = new CustomerListFilter { Search = search, Phone = phone, Tag = Given(query.Search("tag")), Source = Given(query.Search("source")), Page = number };
        if (query.Problem is { } wrong) return wrong;
        var page = await list.PageAsync(caller.AsMember(), filter, call.Http.RequestAborted);
        return TypedResults.Json(new CustomersAnswer(
            number > page.PageCount ? [] : [.. page.Rows.Select(row => CustomerAnswer.Of(row.Customer, call))], number, page.PageCount, page.Count));
    }

    private static string? Given(string text) => text.Length > 0 ? text : null;

    private static async Task<IResult> FindAsync(ApiCall call, int id, ApiCallers callers, CustomerList list)
    {
        var (caller, problem) = await callers.WithAsync(call, ApiAccess.ReadCustomers);
        if (caller is null) return problem!;
        return await list.FindAsync(caller.AsMember(), id, call.Http.RequestAborted) is { } customer
            ? TypedResults.Json(CustomerAnswer.Of(customer, call))
            : await list.MergedIntoAsync(caller.AsMember(), id, call.Http.RequestAborted) is { } into
                ? TypedResults.Redirect(call.AddressOf("customers", into).ToString(), permanent: false, preserveMethod: true)
                : call.Refuse(RefusalReason.CustomerUnknown);
    }

    private static async Task<IResult> CreateAsync(ApiCall call, ApiCallers callers, CreateCustomer create)
    {
        var (caller, problem) = await callers.WithAsync(call, ApiAccess.WriteCustomers);
        if (caller is null) return problem!;
        var (request, wrongBody) = await call.ReadAsync<CustomerRequest>();
        if (request is null) return wrongBody!;

        var outcome = await create.RunAsync(caller.AsMember(), request.Form, call.Http.RequestAborted);
        return outcome.IsRefused
            ? call.Refuse(outcome.Refusals)
            : TypedResults.Created(call.AddressOf("customers", outcome.Value.Id), CustomerAnswer.Of(outcome.Value, call));
    }

    private static async Task<IResult> ChangeAsync(ApiCall call, int id, ApiCallers callers, ChangeCustomer change)
    {
        var (caller, problem) = await callers.WithAsync(call, ApiAccess.WriteCustomers);
        if (caller is null) return problem!;
        var (request, wrongBody) = await call.ReadAsync<CustomerChangeRequest>();
        if (request is null) return wrongBody!;
        if (request.IsEmpty) return call.Refuse(ApiReason.NothingToChange);

        var outcome = await change.RunAsync(caller.AsMember(), id, request.Of, call.Http.RequestAborted);
        return outcome.IsRefused ? call.Refuse(outcome.Refusals) : TypedResults.Json(CustomerAnswer.Of(outcome.Value, call));
    }
}

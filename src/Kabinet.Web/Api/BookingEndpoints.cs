using Kabinet.OnlineBooking;
using Kabinet.WorkOrders;
using NodaTime;

namespace Kabinet.Api;

internal static class BookingEndpoints
{
    private const string BookingToken = "booking", ClientToken = "client";

    private static readonly Dictionary<string, string> Fields = new()
    {
        ["service"] = "services",
        ["name"] = "client.name",
        ["phone"] = "client.phone",
        ["email"] = "client.email",
        ["consent"] = "consent.version",
        ["key"] = IdempotencyKey.Header,
    };

    public static void MapBookings(this IEndpointRouteBuilder api)
    {
        api.MapPost("/bookings", BookAsync)
            .WithName("createBooking").WithTags("bookings").WithSummary("Books a visit")
            .WithDescription("A time that cannot be had is 409 with the reason and the nearest free times. The same key with the same body returns the first booking, so that a request whose answer was lost can be repeated.")
            .TakesIdempotencyKey("booking")
            .TakesToken(ClientToken, isRequired: false).TakesBody<BookingRequest>().Answers<BookingAnswer>(201, [403, 409, 422]);
        api.MapGet("/bookings/{id:int}", FindAsync)
            .WithName("getBooking").WithTags("bookings").WithSummary("A booking").WithDescription("Opened by the token that its creation answered, and by nothing else.")
            .TakesToken(BookingToken).Answers<BookingAnswer>();
        api.MapPatch("/bookings/{id:int}", ChangeAsync)
            .WithName("changeBooking").WithTags("bookings").WithSummary("Moves a booking, or changes its reminder")
            .WithDescription("Both or neither where both are asked for. A time that cannot be had is 409 with the nearest free times.")
            .TakesToken(BookingToken).TakesBody<BookingChangeRequest>().Answers<BookingAnswer>(409, 422);
        api.MapPost("/bookings/{id:int}/cancellation", CancelAsync)
            .WithName("cancelBooking").WithTags("bookings").WithSummary("Cancels a booking").WithDescription("Its time is free at once.")
            .TakesToken(BookingToken).TakesBody<CancellationRequest>().Answers<BookingAnswer>(409, 422);
    }

    private static async Task<IResult> BookAsync(ApiCall call, ApiVisitors visitors, BookAppointment book)
    {
        if (IdempotencyKey.Check(call) is { } wrongKey) return wrongKey;
        var (request, wrongBody) = await call.ReadAsync<BookingRequest>();
        if (request is null) return wrongBody!;
        if (ApiTime.Read(request.Start, call.Zone) is not { } start) return call.Refuse(RefusalReason.DateInvalid, "start");
        var (account, unknown) = await visitors.AccountAsync(call);
        if (unknown is not null) return unknown;

        var key = IdempotencyKey.Of(call);
        var secret = BookingSecret.Of(call.Company.Id, key, request);
        var outcome = await book.RunAsync(call.Company.Id, FormOf(request, start, key, secret), new Visitor(secret.DeviceId, account, call.Address, call.T.Language), call.Http.RequestAborted);
        if (outcome.IsRefused) return call.Refuse(outcome.Refusals, Fields);
        return TypedResults.Created($"{call.Http.Request.PathBase}/api/v1/{call.Company.Slug}/bookings/{outcome.Value.Id}", BookingAnswer.Of(outcome.Value, call, ApiTokens.Booking + secret.Secret));
    }

    private static BookingForm FormOf(BookingRequest request, Instant start, string key, BookingSecret secret) => new()
    {
        ServiceIds = request.Services,
        ResourceId = request.Resource.Id,
        Start = start,
        Name = request.Client.Name,
        Phone = request.Client.Phone,
        Email = request.Client.Email,
        Comment = request.Comment,
        RemindBefore = request.RemindBefore,
        ConsentVersion = request.Consent?.Version,
        AgreesToAdvertising = request.Consent?.Advertising == true,
        IdempotencyKey = key,
        Secret = secret.Secret,
    };

    private static async Task<IResult> FindAsync(ApiCall call, int id, ApiVisitors visitors, ClientBookings bookings)
    {
        var (visitor, problem) = await visitors.OfBookingAsync(call);
        if (visitor is null) return problem!;
        return await bookings.FindAsync(call.Company.Id, visitor, id, call.Http.RequestAborted) is { } order
            ? TypedResults.Json(BookingAnswer.Of(order, call))
            : call.Refuse(RefusalReason.NotFound);
    }

    private static async Task<IResult> ChangeAsync(ApiCall call, int id, ApiVisitors visitors, MoveBooking move, ChangeReminder changeReminder)
    {
        var (visitor, problem) = await visitors.OfBookingAsync(call);
        if (visitor is null) return problem!;
        var (request, wrongBody) = await call.ReadAsync<BookingChangeRequest>();
        if (request is null) return wrongBody!;

        var (company, cancel) = (call.Company.Id, call.Http.RequestAborted);
        if (request.Start is null)
            return request.IsReminderNamed ? Answer(call, await changeReminder.RunAsync(company, id, request.RemindBefore, visitor, cancel)) : call.Refuse(ApiReason.NothingToChange);
        if (ApiTime.Read(request.Start, call.Zone) is not { } start) return call.Refuse(RefusalReason.DateInvalid, "start");
        var reminder = request.IsReminderNamed ? new WantedReminder(request.RemindBefore) : (WantedReminder?)null;
        return Answer(call, await move.RunAsync(company, id, start, visitor, reminder, cancel));
    }

    private static async Task<IResult> CancelAsync(ApiCall call, int id, ApiVisitors visitors, CancelBooking cancelBooking)
    {
        var (visitor, problem) = await visitors.OfBookingAsync(call);
        if (visitor is null) return problem!;
        var (request, wrongBody) = await call.ReadAsync<CancellationRequest>();
        if (request is null) return wrongBody!;
        return Answer(call, await cancelBooking.RunAsync(call.Company.Id, id, WordsOf(request.Reason), visitor, call.Http.RequestAborted));
    }

    private static IResult Answer(ApiCall call, Outcome<WorkOrder> outcome) =>
        outcome.IsRefused ? call.Refuse(outcome.Refusals, Fields) : TypedResults.Json(BookingAnswer.Of(outcome.Value, call));

    /// <summary>As a client of the cabinet chooses it: one of <see cref="CancelBooking.Reasons"/>.</summary>
    private static string WordsOf(CancellationReason reason) => reason switch
    {
        CancellationReason.PlansChanged => "Изменились планы",
        CancellationReason.TimeUnsuitable => "Не подходит время",
        CancellationReason.Illness => "Болезнь",
        CancellationReason.BookedByMistake => "Ошибка при записи",
        _ => "Другая причина",
    };
}

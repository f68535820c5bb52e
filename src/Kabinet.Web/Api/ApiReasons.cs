namespace Kabinet.Api;

/// <summary>The status of every reason, and the words of the API's own ones.</summary>
internal static class ApiReasons
{
    /// <summary>The longest body, in bytes: far above any booking.</summary>
    public const int MaxBody = 64 << 10;

    public static int Status(ApiReason reason) => reason switch
    {
        ApiReason.PathUnknown or ApiReason.CompanyUnknown => 404,
        ApiReason.MethodNotAllowed => 405,
        ApiReason.MediaTypeUnsupported => 415,
        ApiReason.BodyTooLarge => 413,
        ApiReason.TokenMissing or ApiReason.TokenUnknown => 401,
        ApiReason.AccessMissing => 403,
        ApiReason.TooManyRequests => 429,
        ApiReason.NothingToChange => 422,
        ApiReason.InternalError => 500,
        _ => 400,
    };

    public static int Status(RefusalReason reason) => reason switch
    {
        RefusalReason.InThePast or RefusalReason.TooSoon or RefusalReason.BeyondHorizon or RefusalReason.NotWorking or RefusalReason.OffGrid
            or RefusalReason.TimeTaken or RefusalReason.CompanionTaken => 409,
        RefusalReason.AlreadyClosed or RefusalReason.TooLateToCancel or RefusalReason.TooLateToMove or RefusalReason.ChangedMeanwhile
            or RefusalReason.PhoneTaken or RefusalReason.TooManyBookings or RefusalReason.CapacityBooked or RefusalReason.ResourceBooked or RefusalReason.TimeBooked or RefusalReason.TimeBookedMeanwhile
            or RefusalReason.CustomerAnonymised or RefusalReason.CustomerExpected or RefusalReason.DeletionClosed or RefusalReason.ServiceGroupInUse or RefusalReason.ResourceKindInUse => 409,
        // An id of another company is no id here.
        RefusalReason.NotFound or RefusalReason.ResourceNotOffered or RefusalReason.ServiceNotOffered
            or RefusalReason.CustomerUnknown or RefusalReason.ServiceUnknown or RefusalReason.ResourceUnknown or RefusalReason.ServiceGroupUnknown
            or RefusalReason.ResourceKindUnknown or RefusalReason.ScheduleUnknown => 404,
        RefusalReason.CabinetClosed or RefusalReason.CallToBook or RefusalReason.OwnersOnly or RefusalReason.ManagementOnly => 403,
        RefusalReason.PhoneNotVerified or RefusalReason.ApiKeyUnknown or RefusalReason.ApiKeyExpired or RefusalReason.ApiKeyRevoked => 401,
        RefusalReason.TooManyTries or RefusalReason.TooManyCodes => 429,
        _ => 422,
    };

    public static string Russian(ApiReason reason) => reason switch
    {
        ApiReason.PathUnknown => "По этому адресу ничего нет.",
        ApiReason.MethodNotAllowed => "Этот адрес не принимает такой метод.",
        ApiReason.CompanyUnknown => "Такой компании нет.",
        ApiReason.QueryUnknown => "Такого параметра нет.",
        ApiReason.QueryInvalid => "Значение параметра не подходит.",
        ApiReason.MediaTypeUnsupported => "Тело запроса должно быть application/json.",
        ApiReason.BodyTooLarge => "Тело запроса слишком велико.",
        ApiReason.RequestMalformed => "Запрос не удалось прочитать.",
        ApiReason.JsonInvalid => "Тело запроса не удалось прочитать.",
        ApiReason.FieldUnknown => "Такого поля нет.",
        ApiReason.FieldMissing => "Не хватает поля.",
        ApiReason.FieldRepeated => "Поле указано дважды.",
        ApiReason.FieldInvalid => "Значение поля не подходит.",
        ApiReason.NothingToChange => "Не указано, что изменить.",
        ApiReason.IdempotencyKeyMissing => "Нужен заголовок Idempotency-Key: свой для каждой записи, одинаковый при повторе.",
        ApiReason.IdempotencyKeyInvalid => "Idempotency-Key — от 16 до 100 видимых знаков ASCII, например UUID.",
        ApiReason.TokenMissing => "Нужен заголовок Authorization: Bearer с токеном.",
        ApiReason.TokenUnknown => "Такой токен здесь не действует.",
        ApiReason.AccessMissing => "Ключ этого не открывает.",
        ApiReason.TooManyRequests => "Слишком много запросов. Подождите и повторите.",
        ApiReason.InternalError => "Что-то сломалось у нас. Повторите позже.",
        _ => throw new ArgumentOutOfRangeException(nameof(reason), reason, null),
    };
}

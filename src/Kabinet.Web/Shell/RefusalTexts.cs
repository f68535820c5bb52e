namespace Kabinet.Shell;

/// <summary>The one place where a refusal becomes words, which say what to do.</summary>
public static class RefusalTexts
{
    public static string Of(Refusal refusal, Texts t) => t[Russian(refusal.Reason)];

    public static string Russian(RefusalReason reason) => reason switch
    {
        RefusalReason.InThePast => "Это время уже прошло. Выберите другое.",
        RefusalReason.TooSoon => "На это время уже не успеть записаться. Выберите время позже.",
        RefusalReason.BeyondHorizon => "Так далеко запись ещё не открыта. Выберите более близкую дату.",
        RefusalReason.NotWorking => "В это время записи нет: нерабочее время. Выберите другое.",
        RefusalReason.OffGrid => "На это время записаться нельзя. Выберите одно из предложенных.",
        RefusalReason.TimeTaken => "Это время только что заняли. Выберите другое.",
        RefusalReason.CompanionTaken => "В это время всё нужное для услуги занято. Выберите другое.",
        RefusalReason.CabinetClosed => "Онлайн-запись сейчас закрыта. Позвоните нам.",
        RefusalReason.ResourceNotOffered => "К этому специалисту нельзя записаться онлайн. Выберите другого.",
        RefusalReason.ServiceNotOffered => "На эту услугу нельзя записаться онлайн. Выберите другую.",
        RefusalReason.ServiceNotPerformed => "Этот специалист не оказывает выбранную услугу. Выберите другого специалиста или другую услугу.",
        RefusalReason.NotPerformedTogether => "Никто из специалистов не оказывает это за один визит. Уберите одну из услуг и запишитесь на неё отдельно.",
        RefusalReason.NoServiceChosen => "Выберите услугу.",
        RefusalReason.OneServiceOnly => "Можно выбрать только одну услугу.",
        RefusalReason.TooManyServices => "Слишком много услуг для одного визита. Оставьте не больше десяти.",
        RefusalReason.NameMissing => "Напишите, как к вам обращаться.",
        RefusalReason.NameTooLong => "Слишком длинное имя. Оставьте не больше 100 знаков.",
        RefusalReason.PhoneMissing => "Укажите телефон.",
        RefusalReason.PhoneInvalid => "Похоже, в номере ошибка. Пример: +7 916 123-45-67.",
        RefusalReason.EmailInvalid => "Похоже, в адресе ошибка. Пример: name@example.ru.",
        RefusalReason.CommentTooLong => "Слишком длинный комментарий. Оставьте не больше 1000 знаков.",
        RefusalReason.ReminderUnknown => "Выберите время напоминания из списка.",
        RefusalReason.ConsentMissing => "Без согласия на обработку персональных данных мы не можем вас записать.",
        RefusalReason.ConsentOutdated => "Текст согласия изменился. Прочитайте его ещё раз и поставьте отметку.",
        RefusalReason.PhoneNotVerified => "Чтобы записаться, подтвердите номер телефона кодом.",
        RefusalReason.NotFound => "Такой записи нет.",
        RefusalReason.AlreadyClosed => "Эта запись уже закрыта, изменить её нельзя.",
        RefusalReason.TooLateToCancel => "Отменить запись онлайн уже нельзя: до начала мало времени. Позвоните нам.",
        RefusalReason.TooLateToMove => "Перенести запись онлайн уже нельзя: до начала мало времени. Позвоните нам.",
        RefusalReason.ReasonMissing => "Выберите причину отмены.",
        RefusalReason.StartAfterFinish => "Начало должно быть раньше окончания.",
        RefusalReason.ChangedMeanwhile => "Пока вы редактировали, документ изменил кто-то другой. Откройте его снова и повторите изменения.",
        RefusalReason.StateUnknown => "Такого состояния нет. Выберите из списка.",
        RefusalReason.DateInvalid => "Такой даты нет. Проверьте её.",
        RefusalReason.RepeatedDifferently => "С этим ключом уже записались иначе. Для новой записи нужен новый ключ.",
        RefusalReason.CodeWrong => "Неверный код. Проверьте и попробуйте ещё раз.",
        RefusalReason.CodeExpired => "Код больше не действует. Запросите новый.",
        RefusalReason.TooManyTries => "Слишком много попыток. Запросите новый код.",
        RefusalReason.TooManyCodes => "Слишком много запросов. Попробуйте через несколько минут.",
        _ => throw new ArgumentOutOfRangeException(nameof(reason), reason, null),
    };
}

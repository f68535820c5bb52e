using PhoneNumbers;

namespace Kabinet.Customers;

/// <summary>Phones are kept in E.164. What has no country is read as Russian: 8XXXXXXXXXX, 7XXXXXXXXXX and 9XXXXXXXXX too.</summary>
public static class Phones
{
    private const string HomeRegion = "RU";
    private const int MaxTypedLength = 40;

    /// <summary>The number in E.164; null: what was typed is no phone.</summary>
    public static string? Normalise(string? typed)
    {
        if (string.IsNullOrWhiteSpace(typed) || typed.Length > MaxTypedLength) return null;
        try
        {
            var numbers = PhoneNumberUtil.GetInstance();
            var number = numbers.Parse(WithCountry(typed.Trim()), HomeRegion);
            return numbers.IsValidNumber(number) ? numbers.Format(number, PhoneNumberFormat.E164) : null;
        }
        catch (NumberParseException)
        {
            return null;
        }
    }

    /// <summary>+7 916 123-45-67.</summary>
    public static string Show(string phone)
    {
        try
        {
            var numbers = PhoneNumberUtil.GetInstance();
            return numbers.Format(numbers.Parse(phone, HomeRegion), PhoneNumberFormat.INTERNATIONAL);
        }
        catch (NumberParseException)
        {
            return phone;
        }
    }

    // 7 916 … without the plus is how a Russian number is dictated; the library would take the 7 for part of the local number.
    private static string WithCountry(string typed)
    {
        var digits = new string([.. typed.Where(char.IsAsciiDigit)]);
        return !typed.StartsWith('+') && digits.Length == 11 && digits[0] is '7' or '8' ? "+7" + digits[1..] : typed;
    }
}

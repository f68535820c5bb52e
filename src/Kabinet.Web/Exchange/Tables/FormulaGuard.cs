namespace Kabinet.Exchange.Tables;

/// <summary>
/// A cell of a .csv file that begins like a formula is one for Excel, whoever wrote it: a client's name could send the table away. An apostrophe
/// before it makes it text; reading takes it off again.
/// </summary>
internal static class FormulaGuard
{
    public static string With(string cell) => BeginsLikeFormula(cell) && !IsPhones(cell) ? "'" + cell : cell;

    public static string Without(string cell) => cell.StartsWith('\'') && BeginsLikeFormula(cell[1..]) ? cell[1..] : cell;

    private static bool BeginsLikeFormula(string cell) => cell.Length > 0 && cell[0] is '=' or '+' or '-' or '@' or '\t' or '\r';

    /// <summary>Without a letter it calls nothing and points nowhere: +7 916 123-45-67 may stay as it is.</summary>
    private static bool IsPhones(string cell) => cell[0] == '+' && cell.All(letter => char.IsAsciiDigit(letter) || letter is '+' or ' ' or '-' or '(' or ')' or ',');
}

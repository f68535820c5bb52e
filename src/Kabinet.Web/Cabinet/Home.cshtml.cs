namespace Kabinet.Cabinet;

/// <summary>Главная: the logo and four tiles.</summary>
public sealed class HomePage : CabinetPage
{
    public void OnGet()
    {
    }
}

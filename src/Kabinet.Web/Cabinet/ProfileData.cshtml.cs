using Kabinet.Customers;
using Microsoft.AspNetCore.Mvc;

namespace Kabinet.Cabinet;

/// <summary>«Скачать мои данные»: a file that both a person and a program can read.</summary>
public sealed class ProfileDataPage(MyData myData) : CabinetPage
{
    protected override bool IsOpenWhenClosed => true;

    public async Task<IActionResult> OnGetAsync(CancellationToken cancel)
    {
        if (Device is null || Visitor is null) return NotFound();
        var data = await myData.RunAsync(Company, Device, Visitor, cancel);
        return File(data.ToJson(), "application/json; charset=utf-8", $"{Company.Slug}-my-data.json");
    }
}

using Kabinet.Data;
using Microsoft.EntityFrameworkCore;

namespace Kabinet.Customers;

/// <summary>The texts to which clients agree, by version.</summary>
public sealed class ConsentTexts(Databases databases)
{
    /// <param name="version">Null: the current one.</param>
    /// <returns>Null: there is none, or nobody is asked to agree.</returns>
    public async Task<ConsentText?> FindAsync(int companyId, ConsentKind kind, int? version, CancellationToken cancel = default)
    {
        await using var db = databases.Open(companyId);
        var found = await db.ConsentTexts.AsNoTracking().Where(text => text.Kind == kind && (version == null || text.Version == version))
            .OrderByDescending(text => text.Version).FirstOrDefaultAsync(cancel);
        return found?.Text.Length > 0 ? found : null;
    }

    /// <summary>Those in force, with what was in force before.</summary>
    public async Task<PublishedTexts> PublishedAsync(int companyId, CancellationToken cancel = default)
    {
        await using var db = databases.Open(companyId);
        return await db.PublishedTextsAsync(cancel);
    }
}

internal static class CurrentTexts
{
    /// <summary>The version to which one agrees now; null: nobody is asked to.</summary>
    public static Task<int?> CurrentVersionAsync(this AppDb db, ConsentKind kind, CancellationToken cancel) =>
        db.ConsentTexts.Where(text => text.Kind == kind).OrderByDescending(text => text.Version)
            .Select(text => text.Text == "" ? null : (int?)text.Version).FirstOrDefaultAsync(cancel);

    public static async Task<PublishedTexts> PublishedTextsAsync(this AppDb db, CancellationToken cancel)
    {
        var versions = await db.ConsentTexts.OrderBy(text => text.Kind).ThenByDescending(text => text.Version)
            .Select(text => new PublishedVersion(text.Kind, text.Version, text.Published, text.Text != "")).ToListAsync(cancel);
        return new PublishedTexts(await TextAsync(ConsentKind.PersonalData), await TextAsync(ConsentKind.Advertising), versions);

        async Task<string> TextAsync(ConsentKind kind) =>
            await db.ConsentTexts.Where(text => text.Kind == kind).OrderByDescending(text => text.Version).Select(text => text.Text).FirstOrDefaultAsync(cancel) ?? "";
    }
}

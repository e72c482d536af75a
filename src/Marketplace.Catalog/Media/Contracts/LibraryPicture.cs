namespace Marketplace.Catalog.Media.Contracts;

/// <param name="Ref">The content hash that listings keep.</param>
public sealed record LibraryPicture(string Ref, string FileName, int Width, int Height);

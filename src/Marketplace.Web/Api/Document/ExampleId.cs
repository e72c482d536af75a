namespace Marketplace.Web.Api.Document;

/// <summary>Ids in the reference's examples: well-formed, and nobody's.</summary>
internal static class ExampleId
{
    public const string Listing = "lst_01km8x4c6q2r7s9t0v1w3y5z8b";
    public const string Offer = "off_01km8x4c7a3b5c7d9e0f2g4h6j";
    public const string Category = "cat_01km8x4c8k1m3n5p7q9r0s2t4v";
    public const string Location = "loc_01km8x4c9w0x2y4z6a8b1c3d5e";
    public const string Order = "so_01km8x4cab1c3d5e7f9g0h2j4k";
    public const string Line = "ol_01km8x4cbm6n8p0q2r4s6t8v1w";
    public const string Shipment = "shp_01km8x4ccx3y5z7a9b0c2d4e6f";
}

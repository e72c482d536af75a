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
    public const string Purchase = "ord_01km8x4cjd9e1f3g5h6j8k0m2n";
    public const string PurchaseToken = "01km8x4cjd9e1f3g5h6j8k0m2n8f3c1d7b5a9e2c4d6f8a0b1c3d5e7f90";
    public const string Rule = "cmr_01km8x4cnag2h4j6k8m9n1p3q5r";
    public const string Seller = "sel_01km8x4cke0f2g4h6j7k9m1n3p";
    public const string Method = "shm_01km8x4cmf1g3h5j7k8m0n2p4q";
    public const string Shipment = "shp_01km8x4ccx3y5z7a9b0c2d4e6f";
}

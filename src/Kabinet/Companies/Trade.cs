namespace Kabinet.Companies;

/// <summary>Вид деятельности: which ready lists a new company is shown first.</summary>
public enum Trade { Other, Beauty, Medicine, CarService, Repair, Tutoring }

/** As much of the package as the tests use; it comes without types. */
declare module 'datapackage' {
  interface Resource {
    readonly name: string;
    readonly tabular: boolean;
    read(options: { readonly keyed: boolean; readonly relations: boolean }): Promise<unknown[]>;
  }
  export class Package {
    static load(descriptor: string, options: { readonly basePath: string }): Promise<Package>;
    readonly errors: readonly Error[];
    readonly resources: readonly Resource[];
  }
}
